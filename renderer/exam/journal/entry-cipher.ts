import type { Entry } from '../../../shared/domain/entry.ts';
import type { JournalPlace } from '../../../shared/domain/journal-damage.ts';
import { base64Of, bytesOfBase64 } from '../../../shared/support/base64.ts';
import { sha256Hex } from '../../../shared/support/sha256.ts';

interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

/** An entry as it lies on the candidate's disk: only its place in the journal is readable. */
export interface SealedEntry extends Sealed {
  attemptId: string;
  epoch: number;
  seq: number;
}

/** How far an epoch reached, written with its last entry: what tells that a tail is gone. */
export interface JournalHead extends JournalPlace {
  attemptId: string;
  /** What only a holder of the attempt's key can have written. */
  proof: string;
}

export interface EntryCipher {
  seal(entry: Entry): Promise<SealedEntry>;
  /** Null when the bytes were changed, torn, moved to another place, or belong to another key. */
  open(sealed: SealedEntry): Promise<Entry | null>;
  proveHead(place: Pick<SealedEntry, 'attemptId' | 'epoch' | 'seq'>): Promise<JournalHead>;
  /** Whether the head says what was written. */
  isProven(head: JournalHead): Promise<boolean>;
  /** How far each epoch reached, as text for a place outside of IndexedDB. */
  sealReach(attemptId: string, reach: readonly JournalPlace[]): Promise<string>;
  openReach(attemptId: string, sealed: string): Promise<JournalPlace[] | null>;
}

const IV_BYTES = 12;
const encoder = new TextEncoder();

/**
 * AES-256-GCM under the attempt's key (32 bytes, base64), a random 96-bit IV each time (NIST SP 800-38D), the place as
 * additional data. The key comes from the server at sign-in; this page keeps it nowhere.
 */
export async function createEntryCipher(attemptKey: string): Promise<EntryCipher> {
  const key = await crypto.subtle.importKey('raw', bytesOfBase64(attemptKey), 'AES-GCM', false, ['encrypt', 'decrypt']);

  async function seal(place: string, content: unknown): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(place) };
    return { iv, sealed: await crypto.subtle.encrypt(algorithm, key, encoder.encode(JSON.stringify(content))) };
  }

  async function open<Content>(place: string, read: () => Sealed): Promise<Content | null> {
    try {
      const { iv, sealed } = read();
      const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(place) };
      return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, sealed))) as Content;
    } catch {
      return null;
    }
  }

  const placeOf = ({ attemptId, epoch, seq }: Pick<SealedEntry, 'attemptId' | 'epoch' | 'seq'>) =>
    `${attemptId}/${epoch}/${seq}`;
  // A nested hash as in HMAC (RFC 2104). Sealing the head too would double what an answer waits for.
  const secret = await sha256Hex(`journal head/${attemptKey}`);
  const proofOf = async (place: string) => sha256Hex(`outer/${secret}/${await sha256Hex(`inner/${secret}/${place}`)}`);
  const reachOf = (attemptId: string) => `${attemptId}/reach`;

  return {
    async seal(entry) {
      const { attemptId, epoch, seq } = entry;
      return { attemptId, epoch, seq, ...(await seal(placeOf(entry), entry)) };
    },
    open: (sealed) => open(placeOf(sealed), () => sealed),
    async proveHead({ attemptId, epoch, seq }) {
      return { attemptId, epoch, seq, proof: await proofOf(placeOf({ attemptId, epoch, seq })) };
    },
    isProven: async (head) => head.proof === (await proofOf(placeOf(head))),
    async sealReach(attemptId, reach) {
      const { iv, sealed } = await seal(reachOf(attemptId), reach);
      return base64Of(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
    },
    openReach: (attemptId, text) =>
      open(reachOf(attemptId), () => {
        const bytes = bytesOfBase64(text);
        return { iv: bytes.slice(0, IV_BYTES), sealed: bytes.slice(IV_BYTES).buffer };
      }),
  };
}
