import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { Attempt } from '../../../shared/contract/views.ts';
import { backoffPause } from '../../../shared/support/backoff.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { createObservable, type Observable, until } from '../observable.ts';
import type { RearViewState } from '../rear-view/rear-watch.ts';
import { type DeviceCheck, readiness } from './device-check.ts';
import { phoneVerdict } from './phone-check.ts';
import type { PhonePairing } from './phone-pairing.ts';
import { speakerVerdict, toneCount } from './speaker-check.ts';

export interface DeskState {
  /** How the tones stand: not played, playing, or waiting for the candidate's count. */
  tones: 'unplayed' | 'playing' | 'played';
}

/** What the candidate does during the device check: counts tones, pairs the phone, goes on. */
export interface DeviceDesk extends Observable<DeskState> {
  begin(): void;
  /**
   * Who came back to an open paper and was not sent here: looks behind it at what can have changed, once, and reports it.
   */
  glance(): void;
  play(): Promise<void>;
  heard(count: number): void;
  /** Sends the rows to the exam centre, for as long as that takes, and lets the candidate go on at once. */
  finish(): void;
  stop(): void;
}

interface Parts {
  devices: DeviceCheck;
  pairing: PhonePairing;
  attempt: Observable<Attempt>;
  rearView: Observable<Pick<RearViewState, 'fault'>>;
  http: HttpClient;
  playTones(count: number): Promise<void>;
  random(): number;
  schedule(task: () => void, ms: number): () => void;
  onDone(): void;
  log(level: 'info' | 'warn' | 'error', text: string): void;
}

export function createDeviceDesk(parts: Parts): DeviceDesk {
  const { devices, pairing, attempt, rearView, http, playTones, random, schedule, onDone, log } = parts;
  const state = createObservable<DeskState>({ tones: 'unplayed' });
  let played = 0;
  let active = false;
  let looked = false;

  async function submit(rows: ReturnType<DeviceCheck['report']>): Promise<void> {
    for (let turn = 0; ; turn += 1) {
      try {
        await http('deviceCheck', { rows });
        return;
      } catch (cause) {
        log('warn', `device check not reported: ${String(cause)}`);
        if (cause instanceof Fault && cause.reason !== 'unreachable' && cause.reason !== 'server_error') return;
        await backoffPause(turn, { schedule, random });
      }
    }
  }

  function finish(): void {
    if (!active) return;
    active = false;
    pairing.stop();
    void submit(devices.report());
    onDone();
  }

  function followPhone(): void {
    const verdict = phoneVerdict(attempt.state.phone, rearView.state.fault);
    if (verdict) devices.settle('phone', verdict);
    if (!active) return;
    if (attempt.state.phone === 'live') pairing.stop();
    else pairing.start();
  }

  attempt.subscribe(followPhone);
  rearView.subscribe(followPhone);

  return {
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    begin() {
      active = true;
      looked = true;
      devices.start(false);
      followPhone();
    },
    glance() {
      if (looked) return;
      looked = true;
      devices.start(true);
      followPhone();
      void until(devices, (state) => readiness(state) !== 'checking').then(() => {
        void submit(devices.report());
        onDone();
      });
    },
    async play() {
      if (state.state.tones === 'playing') return;
      played = toneCount(random);
      state.set({ tones: 'playing' });
      await playTones(played).catch((cause: unknown) => log('warn', `tones: ${String(cause)}`));
      state.set({ tones: 'played' });
    },
    heard(count) {
      devices.settle('speaker', speakerVerdict(played, count));
      state.set({ tones: 'unplayed' });
    },
    finish,
    stop() {
      active = false;
      pairing.stop();
    },
  };
}
