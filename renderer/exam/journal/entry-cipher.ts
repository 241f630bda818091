import type { Entry } from '../../../shared/domain/entry.ts';

/** An entry as it lies on the candidate's disk: only its place in the journal is readable. */
export interface SealedEntry {
  attemptId: string;
  epoch: number;
  seq: number;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

export interface EntryCipher {
  seal(entry: Entry): Promise<SealedEntry>;
  /** Null when the bytes were changed, torn, moved to another place, or belong to another key. */
  open(sealed: SealedEntry): Promise<Entry | null>;
}

const placeOf = ({ attemptId, epoch, seq }: Pick<Entry, 'attemptId' | 'epoch' | 'seq'>) =>
  new TextEncoder().encode(`${attemptId}/${epoch}/${seq}`);

/**
 * AES-256-GCM under the attempt's key (32 bytes, base64), a random 96-bit IV an entry (NIST SP 800-38D), the entry's
 * place as additional data. The key comes from the server at sign-in and never touches this disk.
 */
export async function createEntryCipher(attemptKey: string): Promise<EntryCipher> {
  const raw = Uint8Array.from(atob(attemptKey), (char) => char.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return {
    async seal(entry) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const plain = new TextEncoder().encode(JSON.stringify(entry));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: placeOf(entry) }, key, plain);
      return { attemptId: entry.attemptId, epoch: entry.epoch, seq: entry.seq, iv, sealed };
    },
    async open({ iv, sealed, ...place }) {
      try {
        const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: placeOf(place) }, key, sealed);
        return JSON.parse(new TextDecoder().decode(plain)) as Entry;
      } catch {
        return null;
      }
    },
  };
}
