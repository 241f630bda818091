import { Agent } from 'node:https';
import { setTimeout as pass } from 'node:timers/promises';
import { createHttpClient } from '../../../shared/contract/http-client.ts';
import { enterWaitingRoom, homeOf } from '../../bench/start/crowd-candidate.ts';
import type { CrowdCandidate } from '../../bench/start/crowd-sample.ts';
import type { CrowdItem } from '../../bench/sync/crowd-orders.ts';
import { takeSeat } from '../../bench/sync/crowd-seat.ts';
import { httpsFetch } from '../../contract/server/https-fetch.ts';
import { createSegmentUploads } from './segment-uploads.ts';
import { type PhoneFate, pairPhone } from './simulated-phone.ts';
import { createRecorder } from './simulated-recorder.ts';
import { untilHeard } from './until-heard.ts';

/** What is planned for one home, ms after the start of the session. */
export interface HomePlan {
  phone: { fate: PhoneFate; at: number; forMs: number }[];
  /** The computer's network is gone; it writes and records on. */
  cut: { at: number; forMs: number };
  /** The recording program fails, which the window tells. */
  failure: { at: number; forMs: number } | null;
}

export interface SimulatedHome {
  attemptId: string;
  /** Sits from now on as planned, until the session is over and everything has arrived. */
  sit(plan: HomePlan, startsAt: number, endsAt: number): Promise<void>;
  written(): number;
  /** Up to which entry the exam centre has said that it has them all. */
  acknowledged(): number;
  close(): void;
}

const SAVE_EVERY_MS = 5_000;

/** A candidate with computer and phone, all through the real protocol; only the pictures are none. */
export async function openHome(
  centre: { origin: string; ca: string },
  candidate: CrowdCandidate,
  index: number,
  items: readonly CrowdItem[],
): Promise<SimulatedHome> {
  const { origin, ca } = centre;
  const waiting = await enterWaitingRoom(centre, candidate, index);
  const { call: window, token, attemptId } = waiting;
  const localAddress = homeOf(index);
  const agent = new Agent({ keepAlive: true, maxSockets: 2 });
  const anyone = createHttpClient({ origin, token: () => null, fetch: httpsFetch(ca, { agent, localAddress }) });
  const phone = await pairPhone({ origin, ca, agent, localAddress, window, anyone });
  let acknowledged = 0;
  let written = 0;
  const seat = takeSeat({
    ...{ origin, ca, items, seat: { attemptId, token } },
    onAcknowledged(_entries, _ms, cursor) {
      acknowledged = cursor;
    },
  });
  await seat.connected;
  let up = true;
  const uploads = createSegmentUploads({
    ...{ origin, ca, agent, localAddress, camera: 'front' },
    token: () => token,
    up: () => up,
  });
  const recorder = createRecorder(uploads);
  recorder.start();
  // The start second opens the paper of whoever waits.
  await seat.request('stage.report', { stage: 'waiting' });

  const tellGap = async (from: number): Promise<void> => {
    const gap = { camera: 'front' as const, from, durationMs: Date.now() - from, cause: 'recorder_failed' };
    await untilHeard(() => seat.request('gap.report', gap));
  };
  return {
    attemptId,
    written: () => written,
    acknowledged: () => acknowledged,
    async sit({ phone: fates, cut, failure }, startsAt, endsAt) {
      const until = (at: number): Promise<void> => pass(Math.max(0, at - Date.now()));
      const write = async (): Promise<void> => {
        for (let at = startsAt + 2_000 + (index % 50) * 100; at < endsAt - 2_000; at += SAVE_EVERY_MS) {
          await until(at);
          seat.save();
          written += 1;
        }
        await seat.drained();
      };
      const cutLine = async (): Promise<void> => {
        await until(startsAt + cut.at);
        up = false;
        seat.cutLine();
        await pass(cut.forMs);
        up = true;
        seat.mendLine();
      };
      const failRecorder = async (): Promise<void> => {
        if (!failure) return;
        await until(startsAt + failure.at);
        recorder.stop();
        const from = Date.now();
        await pass(failure.forMs);
        recorder.start();
        await tellGap(from);
      };
      const sufferAll = async (): Promise<void> => {
        for (const { fate, at, forMs } of fates) {
          await until(startsAt + at);
          await phone.suffer(fate, forMs);
        }
      };
      await Promise.all([write(), cutLine(), failRecorder(), sufferAll()]);
      await until(endsAt + 1_000);
      recorder.stop();
      await Promise.all([uploads.drained(), phone.end()]);
    },
    close() {
      seat.close();
      waiting.close();
      agent.destroy();
    },
  };
}
