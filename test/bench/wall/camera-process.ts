/** A process full of cameras that are no browsers. It does what it is told over the channel to its parent. */
import { io, type Socket } from 'socket.io-client';
import { socketRequest } from '../../../shared/contract/socket-request.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/version.ts';
import { PHONE_BEAT_MS } from '../../../shared/domain/phone-watch.ts';
import type { CameraNews, CameraOrder, CameraSeat } from './camera-orders.ts';
import { type H264Sender, openH264Sender } from './h264-sender.ts';
import { tellOwnAddresses } from './own-address.ts';
import type { StreamClip } from './stream-clip.ts';

interface ViewSignal {
  type?: string;
  sdp?: string;
  candidate?: { candidate: string };
}

let clip: StreamClip = { frameRate: 5, units: [] };
let senders: H264Sender[] = [];
let sockets: Socket[] = [];
/** What each view was last asked to be. */
const grades = new Map<string, string>();

const stunPort = await tellOwnAddresses();
const tell = (news: CameraNews): void => void process.send?.(news);

function openSender(dataChannel: boolean): H264Sender {
  // Spread over the time of a frame, as fifty homes are.
  const sender = openH264Sender({ clip, phase: (senders.length * 0.37) % 1, dataChannel, stunPort });
  senders.push(sender);
  return sender;
}

async function take(sender: H264Sender, { type, sdp, candidate }: ViewSignal): Promise<void> {
  if (type === 'answer' && sdp) await sender.answer({ type, sdp });
  else if (candidate?.candidate) await sender.candidate(candidate);
}

/** One publisher at the exam centre, as `createPublisher` is in a browser: it offers to whoever opens a view. */
async function connect(namespace: string, token: string, origin: string, ca: string): Promise<void> {
  const auth = { token, protocol: PROTOCOL_VERSION };
  const options = { auth, ca, transports: ['websocket'], forceNew: true };
  const socket: Socket = io(origin + namespace, options as Parameters<typeof io>[1]);
  sockets.push(socket);
  const views = new Map<string, { sender: H264Sender; peerId: string }>();
  const failed = (cause: unknown): void => console.error(cause);
  socket.on('view.start', ({ viewId }: { viewId: string }) => {
    const sender = openSender(true);
    const peerId = `${viewId} ${senders.length}`;
    views.set(viewId, { sender, peerId });
    grades.set(viewId, 'wall');
    sender
      .offer()
      .then((signal) => socketRequest(socket, 'signal', { viewId, data: { peerId, signal } }, 20_000))
      .catch(failed);
  });
  socket.on('view.quality', ({ viewId, grade }: { viewId: string; grade: string }) => grades.set(viewId, grade));
  socket.on('signal', ({ viewId, data }: { viewId: string; data: { peerId: string; signal: ViewSignal } }) => {
    const view = views.get(viewId);
    if (view?.peerId === data.peerId) take(view.sender, data.signal).catch(failed);
  });
  if (namespace === '/phone') {
    // A phone that does not say that its picture moves is told as lost.
    let frames = 0;
    setInterval(() => {
      frames += 15;
      const heartbeat = { frames, trouble: null, was: null, battery: 0.8, charging: true };
      if (socket.connected) socketRequest(socket, 'heartbeat', heartbeat, 20_000).catch(failed);
    }, PHONE_BEAT_MS).unref();
  }
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
}

async function seat(origin: string, ca: string, seats: readonly CameraSeat[]): Promise<void> {
  for (const { candidate, phone } of seats) {
    await connect('/candidate', candidate, origin, ca);
    await connect('/phone', phone, origin, ca);
  }
}

async function offer(streams: number): Promise<void> {
  await Promise.all(
    Array.from({ length: streams }, async (_, index) => {
      const sender = openSender(false);
      tell({ news: 'signal', index, data: await sender.offer() });
    }),
  );
}

async function close(): Promise<void> {
  for (const socket of sockets) socket.disconnect();
  await Promise.all(senders.map((sender) => sender.close()));
  sockets = [];
  senders = [];
  grades.clear();
}

async function obey(order: CameraOrder): Promise<CameraNews> {
  if (order.order === 'clip') clip = order.clip;
  if (order.order === 'seat') await seat(order.origin, order.ca, order.seats);
  if (order.order === 'offer') await offer(order.streams);
  if (order.order === 'close') await close();
  if (order.order === 'signal') {
    const sender = senders[order.index];
    if (sender) await take(sender, order.data as ViewSignal);
  }
  if (order.order === 'stop') {
    for (const sender of senders) sender.stopSending();
    const asked: Record<string, number> = {};
    for (const grade of grades.values()) asked[grade] = (asked[grade] ?? 0) + 1;
    return { news: 'sent', streams: senders.map(({ ssrc, sent }) => ({ ssrc, frames: sent() })), grades: asked };
  }
  return { news: 'done' };
}

process.on('message', (order: CameraOrder) => {
  obey(order).then(
    (news) => order.order !== 'signal' && tell(news),
    (cause) => {
      console.error(cause);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
