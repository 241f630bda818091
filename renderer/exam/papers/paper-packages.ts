import { rawPaths } from '../../../shared/contract/http.ts';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import { PaperSchema } from '../../../shared/contract/paper.ts';
import type { PaperKey } from '../../../shared/contract/views.ts';
import type { Paper } from '../../../shared/domain/paper.ts';
import { shuffledPaper } from '../../../shared/domain/shuffled-paper.ts';
import { bytesOfBase64 } from '../../../shared/support/base64.ts';
import { unseal } from '../../../shared/support/sealed-bytes.ts';

/** A window that waits is sent the key; it asks only when that has not come within this time and up to that again. */
const SENT_WITHIN_MS = 1_200;

/** A package that could not be fetched is asked for again after this time and up to that again. */
const FETCH_AGAIN_MS = 20_000;

export interface PaperPackages {
  /** Fetches the sealed paper of a session that is waited for, until it is here. Never throws. */
  prefetch(sessionId: string): Promise<void>;
  /** The exam centre has sent a key. */
  received(key: PaperKey): void;
  /**
   * The session's paper in this candidate's order. Throws `Fault`: `too_early`, `entry_closed`, `unreachable` and the
   * like; then try again.
   */
  open(sessionId: string): Promise<Paper>;
}

interface Parts {
  http: HttpClient;
  /** Fetches a path of the exam centre with this attempt's token. Throws `Fault`. */
  fetchBytes(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Orders this candidate's items and options. */
  seed: string;
  schedule(task: () => void, ms: number): () => void;
  random(): number;
  log(level: 'info' | 'warn' | 'error', text: string): void;
}

/** Papers come sealed before the start and open at the start, so that a thousand windows open at once. */
export function createPaperPackages({ http, fetchBytes, seed, schedule, random, log }: Parts): PaperPackages {
  const packages = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const keys = new Map<string, string>();
  /** Sessions this window waited for, so that their key will be sent. */
  const waitedFor = new Set<string>();
  const listeners = new Map<string, () => void>();

  function packed(sessionId: string): Promise<Uint8Array<ArrayBuffer>> {
    const known = packages.get(sessionId);
    if (known !== undefined) return known;
    const asked = fetchBytes(rawPaths.paperPackage + encodeURIComponent(sessionId));
    packages.set(sessionId, asked);
    asked.catch(() => packages.delete(sessionId));
    return asked;
  }

  /** Resolves when the key has been sent, or when it should have been. */
  function sent(sessionId: string): Promise<void> {
    return new Promise((resolve) => {
      const cancel = schedule(resolve, SENT_WITHIN_MS * (1 + random()));
      listeners.set(sessionId, () => {
        cancel();
        resolve();
      });
    });
  }

  async function key(sessionId: string): Promise<string> {
    if (!keys.has(sessionId) && waitedFor.delete(sessionId)) await sent(sessionId);
    const known = keys.get(sessionId);
    if (known) return known;
    const asked = await http('paperKey', {}, { sessionId });
    keys.set(sessionId, asked.key);
    return asked.key;
  }

  async function prefetch(sessionId: string): Promise<void> {
    waitedFor.add(sessionId);
    await packed(sessionId).catch((cause: unknown) => {
      log('warn', `paper package: ${String(cause)}`);
      // Before entry, or without a network: again, well before the start and not with everybody else.
      const again = () => {
        if (waitedFor.has(sessionId)) void prefetch(sessionId);
      };
      schedule(again, FETCH_AGAIN_MS * (1 + random()));
    });
  }

  return {
    prefetch,
    received({ sessionId, key: sentKey }) {
      keys.set(sessionId, sentKey);
      listeners.get(sessionId)?.();
      listeners.delete(sessionId);
    },
    async open(sessionId) {
      const [sealed, opener] = await Promise.all([packed(sessionId), key(sessionId)]);
      try {
        const plain = await unseal(bytesOfBase64(opener), sealed);
        return shuffledPaper(PaperSchema.parse(JSON.parse(new TextDecoder().decode(plain))), seed);
      } catch (cause) {
        // A package fetched before the paper was replaced, or damaged: both are fetched anew.
        packages.delete(sessionId);
        keys.delete(sessionId);
        log('error', `paper ${sessionId} does not open: ${String(cause)}`);
        throw cause;
      }
    },
  };
}
