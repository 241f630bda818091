import type { Agent } from 'node:https';
import { setTimeout as pass } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import { socketRequest } from '../../../shared/contract/socket-request.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/version.ts';
import { PHONE_BEAT_MS, type PhoneTrouble } from '../../../shared/domain/phone-watch.ts';
import { STILL_EVERY_MS } from '../../../shared/domain/still.ts';
import { JPEG } from '../../contract/server/sample.ts';
import { createSegmentUploads } from './segment-uploads.ts';
import { createRecorder } from './simulated-recorder.ts';
import { untilHeard } from './until-heard.ts';

/** What happens to a phone in an exam. */
export const PHONE_FATES = ['hidden', 'camera_taken', 'silent', 'disconnected', 'closed'] as const;
export type PhoneFate = (typeof PHONE_FATES)[number];

export interface SimulatedPhone {
  /** Something happens to it, and is over after so long. */
  suffer(fate: PhoneFate, forMs: number): Promise<void>;
  /** The session is over: everything recorded has arrived afterwards. */
  end(): Promise<void>;
}

interface Parts {
  origin: string;
  ca: string;
  agent: Agent;
  localAddress: string;
  /** The candidate's window, which shows the code. */
  window: HttpClient;
  /** A client that has no token. */
  anyone: HttpClient;
}

const FRAMES_A_BEAT = 15;

/** The second camera as its page would speak to the exam centre, without a picture in it. */
export async function pairPhone(parts: Parts): Promise<SimulatedPhone> {
  const { origin, ca, agent, localAddress, window, anyone } = parts;
  let token = '';
  let socket: Socket;
  let trouble: PhoneTrouble | null = null;
  let was: PhoneTrouble | null = null;
  let heard = true;
  let frames = 0;

  const uploads = createSegmentUploads({
    ...{ origin, ca, agent, localAddress, camera: 'rear' },
    token: () => token,
    up: () => heard && socket.connected,
  });
  const recorder = createRecorder(uploads);
  /** What is lost on the way is said again by the next one. */
  const say = (name: string, body: unknown): Promise<unknown> =>
    heard && socket.connected ? socketRequest(socket, name, body).catch(() => undefined) : Promise.resolve();
  const beat = (): Promise<unknown> => {
    if (trouble === null) frames += FRAMES_A_BEAT;
    const body = { frames, trouble, was, battery: 0.8, charging: true };
    was = null;
    return say('heartbeat', body);
  };
  const still = (): void => {
    if (trouble === null) void say('still', { takenAt: Date.now(), jpeg: JPEG, watchable: true, tilt: null });
  };
  const pair = async (): Promise<void> => {
    const { url } = await window('phoneToken', {});
    const paired = await anyone('phoneRedeem', { token: new URL(url).hash.slice(1), device: 'rehearsal (simulated)' });
    token = paired.phoneToken;
    const options = { auth: { token, protocol: PROTOCOL_VERSION }, ca, localAddress, transports: ['websocket'] };
    const line = { forceNew: true, reconnectionDelay: 500, reconnectionDelayMax: 2_000 };
    socket = io(`${origin}/phone`, { ...options, ...line } as Parameters<typeof io>[1]);
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  };

  await pair();
  recorder.start();
  await beat();
  const beats = setInterval(() => void beat(), PHONE_BEAT_MS);
  const stills = setInterval(still, STILL_EVERY_MS);

  /** Its camera gives nothing, and the page says why. */
  const lose = async (why: PhoneTrouble): Promise<void> => {
    recorder.stop();
    trouble = why;
    await beat();
  };
  const recover = async (): Promise<void> => {
    recorder.start();
    was = trouble;
    trouble = null;
    await beat();
  };
  const fates: Record<PhoneFate, (forMs: number) => Promise<void>> = {
    async hidden(forMs) {
      await lose('hidden');
      await pass(forMs);
      await recover();
    },
    async camera_taken(forMs) {
      await lose('camera_taken');
      await pass(forMs);
      await recover();
    },
    async silent(forMs) {
      heard = false;
      await pass(forMs);
      heard = true;
      await beat();
    },
    async disconnected(forMs) {
      socket.disconnect();
      await pass(forMs);
      socket.connect();
    },
    async closed(forMs) {
      await lose('closed');
      uploads.forget();
      socket.disconnect();
      await pass(forMs);
      // A code that the exam centre cannot give now is asked for again.
      await untilHeard(pair);
      await recover();
    },
  };
  return {
    suffer: (fate, forMs) => fates[fate](forMs),
    async end() {
      recorder.stop();
      await uploads.drained();
      clearInterval(beats);
      clearInterval(stills);
      socket.disconnect();
    },
  };
}
