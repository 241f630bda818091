import { base64Of, bytesOfBase64 } from '../../../shared/support/base64.ts';
import { seal, unseal } from '../../../shared/support/sealed-bytes.ts';
import type { AnswerFileOwner } from './answer-file-owner.ts';

export interface LeftAttempt {
  owner: AnswerFileOwner;
  attemptKey: string;
}

/** Which attempts were begun on this computer and are not over, so that a crash without a network leaves a way (ANS-6). */
export interface LeftAttempts {
  keep(left: LeftAttempt): Promise<void>;
  forget(attemptId: string): void;
  /** Those whose key this computer still has. */
  list(): Promise<LeftAttempt[]>;
}

interface Parts {
  /** `localStorage`: what lies there is sealed under the attempt's key, all but the attempt's id. */
  storage: Storage;
  /** The key as the shell has kept it; null when it has not. */
  keyOf(attemptId: string): Promise<string | null>;
  log(level: 'warn', text: string): void;
}

const PREFIX = 'yunkao-attempt:';

export function createLeftAttempts({ storage, keyOf, log }: Parts): LeftAttempts {
  async function open(attemptId: string, sealed: string): Promise<LeftAttempt | null> {
    const attemptKey = await keyOf(attemptId);
    if (attemptKey === null) return null;
    const plain = await unseal(bytesOfBase64(attemptKey), bytesOfBase64(sealed));
    return { owner: JSON.parse(new TextDecoder().decode(plain)), attemptKey };
  }

  return {
    async keep({ owner, attemptKey }) {
      const plain = new TextEncoder().encode(JSON.stringify(owner));
      storage.setItem(PREFIX + owner.attemptId, base64Of(await seal(bytesOfBase64(attemptKey), plain)));
    },
    forget: (attemptId) => storage.removeItem(PREFIX + attemptId),
    async list() {
      const left: LeftAttempt[] = [];
      for (const name of Object.keys(storage).filter((each) => each.startsWith(PREFIX))) {
        const opened = await open(name.slice(PREFIX.length), storage.getItem(name) ?? '').catch((cause: unknown) => {
          log('warn', `an attempt left on this computer cannot be read: ${String(cause)}`);
          return null;
        });
        if (opened) left.push(opened);
      }
      return left;
    },
  };
}
