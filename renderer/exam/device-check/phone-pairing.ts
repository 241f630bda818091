import { toDataURL } from 'qrcode';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { createObservable, type Observable } from '../observable.ts';

export interface PairingState {
  /** What the code says; null while it is being made. */
  url: string | null;
  /** The code as a picture (data URL). */
  picture: string | null;
  /** Server clock, ms. */
  expiresAt: number;
  fault: Fault | null;
}

export interface PhonePairing extends Observable<PairingState> {
  /** Makes a code, and another one whenever it expires, until `stop`. */
  start(): void;
  /** Another code now: the old one is dead. */
  renew(): void;
  stop(): void;
}

const NO_CODE: PairingState = { url: null, picture: null, expiresAt: 0, fault: null };
const RETRY_MS = 5_000;

interface Parts {
  http: HttpClient;
  now(): number;
  schedule(task: () => void, ms: number): () => void;
}

/** The QR code by which a phone becomes the second view. The token rides in the URL's fragment and works once. */
export function createPhonePairing({ http, now, schedule }: Parts): PhonePairing {
  const state = createObservable<PairingState>(NO_CODE);
  let wanted = false;
  let cancel = () => {};

  async function make(): Promise<void> {
    cancel();
    let again = RETRY_MS;
    try {
      const { url, expiresAt } = await http('phoneToken', {});
      const picture = await toDataURL(url, { margin: 2, width: 480, errorCorrectionLevel: 'M' });
      state.set({ url, picture, expiresAt, fault: null });
      again = Math.max(RETRY_MS, expiresAt - now());
    } catch (cause) {
      state.set({ ...NO_CODE, fault: cause instanceof Fault ? cause : new Fault('server_error') });
    }
    if (wanted) cancel = schedule(() => void make(), again);
  }

  return {
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    start() {
      if (wanted) return;
      wanted = true;
      void make();
    },
    renew() {
      state.set(NO_CODE);
      void make();
    },
    stop() {
      wanted = false;
      cancel();
      state.set(NO_CODE);
    },
  };
}
