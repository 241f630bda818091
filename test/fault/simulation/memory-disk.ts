import type { JournalHead, SealedEntry } from '../../../renderer/exam/journal/entry-cipher.ts';
import type { ReachFile } from '../../../renderer/exam/journal/journal-reach.ts';
import type { JournalStore } from '../../../renderer/exam/journal/journal-store.ts';
import type { Cancel } from './timeline.ts';

/** `full`: no room. `failing`: every write is refused. `unreadable`: the journal cannot even be opened. */
export type DiskState = 'good' | 'full' | 'failing' | 'unreadable';

/** What a fault destroyed: an entry that was on the disk. */
export interface Destroyed {
  epoch: number;
  seq: number;
  /** Something that is still there tells that it was there: bytes that do not open, a head, or the note beside the journal. */
  telltale: boolean;
  /** Only a head does. */
  byHead: boolean;
}

/** A computer's disk, as far as the journal knows it: a write that has resolved is on it, and stays unless it is damaged. */
export interface MemoryDisk {
  /** Opens the journal for one run of the window. */
  open(after: (ms: number, task: () => void) => Cancel): Promise<JournalStore>;
  /** The note of the journal's reach, outside of it. */
  reachFile: ReachFile;
  set(state: DiskState): void;
  /** The run ends here: of each write under way the disk has all or nothing. */
  crash(): void;
  /** The latest entries are gone, as from a log cut short; so are the heads written with them, unless they are kept. */
  tear(count: number, keepHeads: boolean): void;
  /** One bit of one entry is another. */
  flip(): void;
  holds(epoch: number, seq: number): boolean;
  readonly destroyed: ReadonlyMap<string, Destroyed>;
}

interface Write {
  entries: readonly SealedEntry[];
  head: JournalHead;
  cancel: Cancel;
}
interface Kept {
  entry: SealedEntry;
  /** The head of its epoch before it was written. */
  headBefore: JournalHead | undefined;
  noted: boolean;
}

const keyOf = ({ epoch, seq }: Pick<SealedEntry, 'epoch' | 'seq'>): string => `${epoch}/${seq}`;
const ascending = (left: Kept, right: Kept) => left.entry.epoch - right.entry.epoch || left.entry.seq - right.entry.seq;

export function createMemoryDisk(random: () => number): MemoryDisk {
  const kept = new Map<string, Kept>();
  const heads = new Map<number, JournalHead>();
  const underWay = new Set<Write>();
  const destroyed = new Map<string, Destroyed>();
  let reach: string | null = null;
  let state: DiskState = 'good';

  const refuse = (): DOMException | null => {
    if (state === 'full') return new DOMException('no room', 'QuotaExceededError');
    return state === 'good' ? null : new DOMException('the disk does not write', 'UnknownError');
  };
  const keep = ({ entries, head }: Pick<Write, 'entries' | 'head'>): void => {
    for (const entry of entries) {
      kept.set(keyOf(entry), { entry, headBefore: heads.get(entry.epoch), noted: false });
    }
    heads.set(head.epoch, head);
  };
  const inOrder = () => [...kept.values()].sort(ascending);
  const read = <Value>(value: () => Value): Promise<Value> =>
    state === 'unreadable'
      ? Promise.reject(new DOMException('the database cannot be read', 'UnknownError'))
      : Promise.resolve(value());

  return {
    destroyed,
    async open(after) {
      if (state === 'unreadable') throw new DOMException('the database cannot be opened', 'UnknownError');
      return {
        append: (entries, head) =>
          new Promise((resolve, reject) => {
            const write: Write = {
              ...{ entries, head },
              cancel: after(1 + random() * (random() < 0.05 ? 400 : 8), () => {
                underWay.delete(write);
                const refused = refuse();
                if (refused) reject(refused);
                else if (entries.some((entry) => kept.has(keyOf(entry)))) {
                  reject(new DOMException('the key is taken', 'ConstraintError'));
                } else {
                  keep(write);
                  resolve();
                }
              }),
            };
            underWay.add(write);
          }),
        read: () => read(() => inOrder().map(({ entry }) => entry)),
        heads: () => read(() => [...heads.values()]),
        close: () => {},
      };
    },
    reachFile: {
      read: () => read(() => reach),
      async keep(text) {
        const refused = refuse();
        if (refused) throw refused;
        reach = text;
        for (const one of kept.values()) one.noted = true;
      },
    },
    set(next) {
      state = next;
    },
    crash() {
      for (const write of underWay) {
        write.cancel();
        if (state === 'good' && random() < 0.5) keep(write);
      }
      underWay.clear();
    },
    tear(count, keepHeads) {
      for (const { entry, headBefore, noted } of inOrder().slice(-count).reverse()) {
        kept.delete(keyOf(entry));
        if (!keepHeads && headBefore) {
          heads.set(entry.epoch, headBefore);
          // A head that was kept by an earlier fault tells nothing any more.
          for (const one of destroyed.values()) {
            if (one.epoch === entry.epoch && one.byHead) one.telltale = false;
          }
        }
        // An earlier fault may have put back a head that never reached so far.
        const headTells = keepHeads && (heads.get(entry.epoch)?.seq ?? 0) >= entry.seq;
        destroyed.set(keyOf(entry), { ...entry, telltale: headTells || noted, byHead: headTells && !noted });
      }
    },
    flip() {
      const all = inOrder();
      const one = all[Math.floor(random() * all.length)];
      if (!one) return;
      const sealed = new Uint8Array(one.entry.sealed.slice(0));
      const at = Math.floor(random() * sealed.length);
      sealed[at] = (sealed[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      kept.set(keyOf(one.entry), { ...one, entry: { ...one.entry, sealed: sealed.buffer } });
      destroyed.set(keyOf(one.entry), { ...one.entry, telltale: true, byHead: false });
    },
    holds: (epoch, seq) => kept.has(`${epoch}/${seq}`),
  };
}
