import type { Storage } from '../sql/storage.ts';
import type { Duties } from './assignment/duties.ts';
import type { ExaminationBook } from './examination-book.ts';
import type { Log, Network, Processes, Words } from './ports.ts';

interface Parts {
  store: Storage;
  processes: Processes;
  book: ExaminationBook;
  duties: Duties;
  network: Network;
  log: Log;
}

/** What this process has read from the database and goes on to use is read again when another process has changed it. */
export function heedOthers({ store, processes, book, duties, network, log }: Parts): void {
  const heed = <Name extends keyof Words>(name: Name, read: (word: Words[Name]) => Promise<void>) =>
    processes.hear(name, (word) => {
      read(word).catch((cause) => log.error({ err: cause, word: name }, 'what another process changed was not read'));
    });
  heed('duties changed', async () => {
    await duties.reread(store);
    network.changeWallsHere();
  });
  heed('timetable changed', ({ examinationId }) => book.replan(store, examinationId));
  heed('paper changed', ({ sessionId }) => book.reread(store, sessionId));
}
