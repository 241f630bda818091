import { rawPaths } from '../../../shared/contract/http.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { transferRate } from './transfer-rate.ts';
import { passed, type Verdict, warned } from './verdict.ts';

/** Annex 4, section 4.2: bandwidth in Mbit/s. */
export const LEAST_DOWNLOAD_MBPS = 20;
/** Annex 4, section 4.3: upload in MB/s. */
export const LEAST_UPLOAD_MBS = 2;
const MEASURE_MS = 3_000;
const MEGA = 1_000_000;
/** A line so slow that one block takes this long is judged by what it is: too slow. */
const BLOCK_LIMIT_MS = 20_000;

export const downloadVerdict = (mbps: number): Verdict =>
  mbps >= LEAST_DOWNLOAD_MBPS ? passed(mbps) : warned('slow_line', mbps);
export const uploadVerdict = (mbs: number): Verdict =>
  mbs >= LEAST_UPLOAD_MBS ? passed(mbs) : warned('slow_line', mbs);

interface Parts {
  origin: string;
  token: string;
  fetch: typeof fetch;
  elapsed(): number;
}

export interface SpeedChecks {
  /** `tell` is given the Mbit/s so far. */
  download(tell: (mbps: number) => void): Promise<Verdict>;
  /** `tell` is given the MB/s so far. */
  upload(tell: (mbs: number) => void): Promise<Verdict>;
}

/** Measures the line to the exam centre itself, for about three seconds each way. */
export function createSpeedChecks({ origin, token, fetch: send, elapsed }: Parts): SpeedChecks {
  const headers = { authorization: `Bearer ${token}` };
  // Random once, repeated: the line must not be able to squeeze it, and no measurement needs more.
  const noise = crypto.getRandomValues(new Uint8Array(65_536));

  async function exchange(path: string, init: RequestInit): Promise<Response> {
    const signal = AbortSignal.timeout(BLOCK_LIMIT_MS);
    const response = await send(origin + path, { ...init, signal, cache: 'no-store' });
    if (!response.ok) throw new Fault('unreachable');
    return response;
  }
  const down = async (bytes: number): Promise<void> => {
    await (await exchange(`${rawPaths.speedDownload}?bytes=${bytes}`, { headers })).arrayBuffer();
  };
  const up = async (bytes: number): Promise<void> => {
    const body = new Blob(Array<Uint8Array<ArrayBuffer>>(bytes / noise.length).fill(noise));
    await exchange(rawPaths.speedUpload, { method: 'POST', headers, body });
  };

  return {
    async download(tell) {
      const toMbps = (rate: number) => (rate * 8) / MEGA;
      const rate = await transferRate({ move: down, elapsed, forMs: MEASURE_MS, tell: (now) => tell(toMbps(now)) });
      return downloadVerdict(toMbps(rate));
    },
    async upload(tell) {
      const rate = await transferRate({ move: up, elapsed, forMs: MEASURE_MS, tell: (now) => tell(now / MEGA) });
      return uploadVerdict(rate / MEGA);
    },
  };
}
