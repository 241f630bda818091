import { randomBytes } from 'node:crypto';
import { Agent } from 'node:https';
import { setTimeout as pass } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { socketRequest } from '../../../shared/contract/socket-request.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/version.ts';
import type { Camera } from '../../../shared/contract/views.ts';
import { STILL_EVERY_MS } from '../../../shared/domain/still.ts';
import type { CrowdItem, HomeSeat } from '../sync/crowd-orders.ts';
import { takeSeat } from '../sync/crowd-seat.ts';
import { bringRecording, recordingOf } from './bring-recording.ts';
import type { HomeOutcome } from './home-orders.ts';

const ANSWER_EVERY_MS = 5_000;
const HEARTBEAT_EVERY_MS = 1_000;
const SEGMENT_EVERY_MS = 10_000;
/** Ten seconds at 150 MB an hour and camera. */
const SEGMENT_BYTES = 417_000;
const STILL_BYTES = 40_000;
/** Random, so that nothing on the way can squeeze them. */
const recording = recordingOf(randomBytes(SEGMENT_BYTES));
const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(STILL_BYTES)]);

/** One candidate's computer and phone: answers, heartbeats, stills and the recordings of both cameras. */
export interface Home {
  connected: Promise<void>;
  /** `offset`: of everybody's rhythm this one's share, 0 to 1. */
  sit(until: number, offset: number): Promise<void>;
  /** Counts as failed what has not come to its end. */
  countUnderWay(): void;
}

interface Parts {
  origin: string;
  ca: string;
  seat: HomeSeat;
  items: readonly CrowdItem[];
  outcome: () => HomeOutcome;
}

export function furnishHome({ origin, ca, seat, items, outcome }: Parts): Home {
  /** When each answer was written that is not acknowledged, by its place in the journal. */
  const waiting = new Map<number, number>();
  const window = takeSeat({
    ...{ origin, ca, seat, items },
    onAcknowledged(_entries, _ms, cursor) {
      for (const [seq, writtenAt] of waiting) {
        if (seq > cursor) continue;
        waiting.delete(seq);
        outcome().answers.push(performance.now() - writtenAt);
      }
    },
  });
  const auth = { token: seat.phoneToken, protocol: PROTOCOL_VERSION };
  const phone: Socket = io(`${origin}/phone`, { auth, ca, forceNew: true, transports: ['websocket'] } as never);
  const phoneConnected = new Promise<void>((resolve) => phone.once('connect', () => resolve()));
  // Each device has a line of its own and brings in one segment after the other.
  const deviceOf = (camera: Camera, token: string) => ({
    ...{ origin, ca, token, camera },
    agent: new Agent({ keepAlive: true, maxSockets: 1 }),
  });
  const devices = { front: deviceOf('front', seat.token), rear: deviceOf('rear', seat.phoneToken) };
  let frames = 0;
  let segments = 0;

  const underWay = { heartbeats: 0, stills: 0, segments: 0 };
  const failed = (what: string, count: number) => {
    if (count > 0) outcome().failed[what] = (outcome().failed[what] ?? 0) + count;
  };
  const timed = async (what: keyof typeof underWay, bytes: number, work: () => Promise<unknown>) => {
    const from = performance.now();
    underWay[what] += 1;
    try {
      await work();
      outcome()[what].push(performance.now() - from);
      outcome().mediaBytes += bytes;
    } catch {
      failed(what, 1);
    } finally {
      underWay[what] -= 1;
    }
  };
  const beat = () =>
    timed('heartbeats', 0, () => {
      frames += 20;
      const told = { frames, trouble: null, was: null, battery: 0.8, charging: true };
      return socketRequest(phone, 'heartbeat', told);
    });
  const still = () =>
    timed('stills', picture.length, () =>
      socketRequest(phone, 'still', { takenAt: Date.now(), jpeg: picture, watchable: true, tilt: null }),
    );
  const segment = (camera: Camera) =>
    timed('segments', SEGMENT_BYTES, () => {
      segments += 1;
      const what = { segmentId: `${seat.attemptId}-${camera}-${segments}`, mime: 'video/webm' };
      const startedAt = Date.now() - SEGMENT_EVERY_MS;
      return bringRecording(devices[camera], { ...what, startedAt, durationMs: SEGMENT_EVERY_MS }, recording);
    });

  const answer = () => waiting.set(window.save().seq, performance.now());
  /** Does it again and again in its rhythm, each time after the one before is over; what it is too late for is left out. */
  const every = async (ms: number, offset: number, until: number, work: () => unknown) => {
    let due = performance.now() + ms * offset;
    while (due < until) {
      await pass(Math.max(0, due - performance.now()));
      await work();
      const behind = Math.floor(Math.max(0, performance.now() - due) / ms);
      due += ms * (behind + 1);
    }
  };
  return {
    connected: Promise.all([window.connected, phoneConnected]).then(() => undefined),
    async sit(until, offset) {
      await Promise.all([
        every(ANSWER_EVERY_MS, offset, until, answer),
        every(HEARTBEAT_EVERY_MS, offset, until, beat),
        every(STILL_EVERY_MS, offset, until, still),
        every(SEGMENT_EVERY_MS, offset, until, () => segment('front')),
        every(SEGMENT_EVERY_MS, (offset + 0.5) % 1, until, () => segment('rear')),
      ]);
      await window.drained();
    },
    countUnderWay() {
      failed('answers', waiting.size);
      for (const [what, count] of Object.entries(underWay)) failed(what, count);
    },
  };
}
