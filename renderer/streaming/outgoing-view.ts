import type { IceServer } from '../../shared/contract/views.ts';
import { preferH264 } from './codec-preference.ts';
import { sendSound, sendVideoAs } from './outgoing-quality.ts';
import { openPeerLink } from './peer-link.ts';
import { parseEnvelope, type SignalEnvelope } from './signal-envelope.ts';
import { RAISED, WALL } from './view-profile.ts';

export interface OutgoingViewOptions {
  peerId: string;
  source: MediaStream;
  iceServers: IceServer[];
  send(envelope: SignalEnvelope): void;
  onConnect(): void;
  onLost(cause: unknown): void;
  log(text: string, cause: unknown): void;
}

export interface OutgoingView {
  signal(data: unknown): void;
  quality(wanted: { raised: boolean; sound: boolean }): void;
  replaceSource(source: MediaStream): void;
  close(): void;
}

type Kind = 'video' | 'audio';
const KINDS: readonly Kind[] = ['video', 'audio'];

const trackOf = (stream: MediaStream, kind: Kind): MediaStreamTrack | undefined =>
  (kind === 'video' ? stream.getVideoTracks() : stream.getAudioTracks())[0];

/** One viewer's connection with clones of its own, so that one viewer's wishes never change another's picture. */
export function openOutgoingView({
  peerId,
  iceServers,
  send,
  onLost,
  log,
  ...options
}: OutgoingViewOptions): OutgoingView {
  let source = options.source;
  let wanted = { raised: false, sound: false };
  /** Changes run one after another: `setParameters` refuses parameters read before another change. */
  let changes = Promise.resolve();
  let closed = false;

  const stream = new MediaStream();
  const clones: Partial<Record<Kind, MediaStreamTrack>> = {};
  const senders: Partial<Record<Kind, RTCRtpSender>> = {};
  const clone = (kind: Kind): MediaStreamTrack | undefined => {
    const made = trackOf(source, kind)?.clone();
    if (!made) return undefined;
    clones[kind]?.stop();
    clones[kind] = made;
    if (kind === 'audio') made.enabled = wanted.sound;
    return made;
  };
  for (const kind of KINDS) {
    const track = clone(kind);
    if (track) stream.addTrack(track);
  }

  const release = (): void => {
    closed = true;
    for (const kind of KINDS) clones[kind]?.stop();
  };
  const link = openPeerLink({
    initiator: true,
    iceServers,
    stream,
    onSignal: (signal) => send({ peerId, signal }),
    onConnect: () => {
      apply();
      options.onConnect();
    },
    onLost: (cause) => {
      release();
      onLost(cause);
    },
  });
  for (const sender of link.connection.getSenders()) {
    if (sender.track) senders[sender.track.kind as Kind] = sender;
  }
  preferH264(link.connection);

  const change = (step: () => Promise<void>): void => {
    changes = changes
      .then(() => (closed ? undefined : step()))
      .catch((cause: unknown) => {
        // The other side may have gone between the wish and its turn; only then is a refusal expected.
        if (!closed) log('a view could not be changed', cause);
      });
  };
  const apply = (): void =>
    change(async () => {
      const camera = trackOf(source, 'video');
      if (senders.video && clones.video && camera) {
        await sendVideoAs(senders.video, clones.video, camera, wanted.raised ? RAISED : WALL);
      }
      if (senders.audio && clones.audio) await sendSound(senders.audio, clones.audio, wanted.sound);
    });
  apply();

  return {
    signal: (data) => {
      const envelope = parseEnvelope(data);
      if (envelope?.peerId === peerId) link.signal(envelope.signal);
    },
    quality: ({ raised, sound }) => {
      wanted = { raised, sound };
      apply();
    },
    replaceSource: (next) => {
      source = next;
      change(async () => {
        for (const kind of KINDS) {
          const track = senders[kind] && clone(kind);
          if (track) await senders[kind]?.replaceTrack(track);
        }
      });
      apply();
    },
    close: () => {
      release();
      link.close();
    },
  };
}
