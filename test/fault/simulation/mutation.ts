import type { Queries, Storage } from '../../../server/sql/storage.ts';
import type { WindowFaults } from './exam-window.ts';
import type { Timeline } from './timeline.ts';

/** Places where something faulty can be put into a schedule; each gets the real part and returns what takes its place. */
export interface Mutation extends WindowFaults {
  centre(store: Storage, timeline: Timeline): Storage;
}

const same = <Part>(part: Part): Part => part;

export const NO_MUTATION: Mutation = { store: same, send: same, server: same, now: same, centre: same };

type Work = (all: Queries) => Promise<unknown>;

/** The storage whose transactions are run by `run`. */
const inTransactions = (
  store: Storage,
  run: (work: Work, commit: (work: Work) => Promise<unknown>) => Promise<unknown>,
): Storage => ({
  ...store,
  transaction: ((work: Work) => run(work, store.transaction)) as Storage['transaction'],
  transactionAbout: ((subject: never, work: Work) =>
    run(work, (done) => store.transactionAbout(subject, done))) as Storage['transactionAbout'],
});
/** The storage with another query in its transactions. */
const withQuery = (store: Storage, change: (all: Queries) => Partial<Queries>): Storage =>
  inTransactions(store, (work, commit) => commit((all) => work({ ...all, ...change(all) })));

/** Transactions that the mistake takes back. */
const taken = new WeakSet<object>();

class TakenBack extends Error {}

/** Mistakes that have been made elsewhere, one at a time: a suite that does not find them proves nothing. */
export const MUTATIONS: Record<string, Partial<Mutation>> = {
  'a commit is acknowledged and not on the disk': {
    centre: (store) =>
      inTransactions(store, async (work, commit) => {
        let result: unknown;
        try {
          return await commit(async (all) => {
            result = await work({
              ...all,
              insertEntries: async (entries, at) => {
                await all.insertEntries(entries, at);
                if (entries.some(({ entry }) => entry.seq % 5 === 0)) taken.add(all);
              },
            });
            if (taken.has(all)) throw new TakenBack();
            return result;
          });
        } catch (cause) {
          if (cause instanceof TakenBack) return result;
          throw cause;
        }
      }),
  },
  'a failed batch counts as sent': {
    send: (send) => async (batch) =>
      send(batch).catch(() => ({ epoch: batch.epoch, cursor: batch.entries.at(-1)?.seq ?? 0 })),
  },
  'the fence is ignored': {
    centre: (store) =>
      withQuery(store, (all) => ({
        listEpochs: async (attemptIds) =>
          (await all.listEpochs(attemptIds)).map((row) => ({ ...row, current_epoch: row.epoch })),
      })),
  },
  'what is unsent is forgotten at re-entry': {
    store: (store) => ({ ...store, read: async () => [], heads: async () => [] }),
  },
  'what was carried or received is carried again': {
    server: (server) => ({ ...server, cursors: [], carried: [] }),
  },
  'saved is shown before the disk has it': {
    store: (store) => ({
      ...store,
      append: async (entries, head) => void store.append(entries, head).catch(() => undefined),
    }),
  },
  'the wall clock decides': { now: (_, computer) => computer.wall },
  'a receipt is not revised': { centre: (store) => withQuery(store, () => ({ updateReceipt: async () => undefined })) },
  'the last entry of a batch is not folded': {
    centre: (store) =>
      withQuery(store, (all) => ({ foldIntoAnswers: (entries) => all.foldIntoAnswers(entries.slice(0, -1)) })),
  },
  'a cursor is one too high': {
    centre: (store) =>
      withQuery(store, (all) => ({
        moveCursors: (moved) => all.moveCursors(moved.map((one) => ({ ...one, cursor: one.cursor + 1 }))),
      })),
  },
};
