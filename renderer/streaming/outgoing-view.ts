import type { IceServer } from '../../shared/contract/views.ts';
import { preferH264 } from './codec-preference.ts';
import { LEAST_SHARE, nextShare, shareOf } from './link-pressure.ts';
import { readLink } from './link-reading.ts';
import { sendSound, sendVideoAs } from './outgoing-quality.ts';
import { openPeerLink } from './peer-link.ts';
import { parseEnvelope, type SignalEnvelope } from './signal-envelope.ts';
import { AT_FIRST, VIEW_PROFILES, type ViewQuality } from './view-profile.ts';

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
  readonly peerId: string;
  /** Whether the viewer is reached now. */
  connected(): boolean;
  signal(data: unknown): void;
  quality(wanted: ViewQuality): void;
  /** Something more important needs the line: as little as can still be made out, until `false`. */
  giveWay(on: boolean): void;
  replaceSource(source: MediaStream): void;
  close(): void;
}

/** How often the way is looked at, ms. */
const READ_EVERY_MS = 2_000;

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
  let wanted = AT_FIRST;
  /** Changes run one after another: `setParameters` refuses parameters read before another change. */
  let changes = Promise.resolve();
  let closed = false;
  let connected = false;
  let givesWay = false;
  /** How much of its profile the way carries. */
  let share = 1;
  let readTimer: ReturnType<typeof setInterval> | undefined;

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
    connected = false;
    clearInterval(readTimer);
    for (const kind of KINDS) clones[kind]?.stop();
  };
  const link = openPeerLink({
    initiator: true,
    iceServers,
    stream,
    onSignal: (signal) => send({ peerId, signal }),
    onConnect: () => {
      connected = true;
      apply();
      readTimer = setInterval(look, READ_EVERY_MS);
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
        const profile = shareOf(VIEW_PROFILES[wanted.grade], givesWay ? LEAST_SHARE : share);
        await sendVideoAs(senders.video, clones.video, camera, profile);
      }
      if (senders.audio && clones.audio) await sendSound(senders.audio, clones.audio, wanted.sound);
    });
  const look = (): void => {
    if (!senders.video) return;
    readLink(senders.video).then(
      (reading) => {
        const next = nextShare(share, reading, VIEW_PROFILES[wanted.grade]);
        if (closed || next === share) return;
        share = next;
        apply();
      },
      (cause: unknown) => log('a way could not be looked at', cause),
    );
  };
  apply();

  return {
    peerId,
    connected: () => connected,
    signal: (data) => {
      const envelope = parseEnvelope(data);
      if (envelope?.peerId === peerId) link.signal(envelope.signal);
    },
    quality: (next) => {
      if (next.grade === wanted.grade && next.sound === wanted.sound) return;
      wanted = next;
      apply();
    },
    giveWay: (on) => {
      if (on === givesWay) return;
      givesWay = on;
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
