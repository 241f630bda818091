import type { EntryBody } from '../../../shared/domain/entry.ts';
import { type Computer, createComputer } from './computer.ts';
import type { ExamCentre } from './exam-centre.ts';
import { type ExamWindow, openExamWindow } from './exam-window.ts';
import type { Ledger } from './ledger.ts';
import type { Mutation } from './mutation.ts';
import type { Timeline } from './timeline.ts';

/** A place where the candidate may sit: a computer, and the exam window if it runs. */
export interface Seat {
  readonly computer: Computer;
  readonly window: ExamWindow | null;
  /** The candidate was here. */
  readonly used: boolean;
  /** Starts the window anew and signs in, here and nowhere else. */
  enter(): void;
  crash(): void;
  write(body: EntryBody): void;
}

interface Parts {
  id: string;
  timeline: Timeline;
  random(): number;
  centre: ExamCentre;
  ledger: Ledger;
  mutation: Mutation;
}

export function createSeat({ id, timeline, random, centre, ledger, mutation }: Parts): Seat {
  const computer = createComputer(id, timeline, random, centre);
  const { file } = centre.database;
  const held = file.prepare('SELECT count(*) AS held FROM entry WHERE epoch = ? AND seq <= ?');
  let window: ExamWindow | null = null;
  let used = false;

  const crash = (): void => {
    window?.crash();
    window = null;
  };
  return {
    computer,
    get window() {
      return window;
    },
    get used() {
      return used;
    },
    enter() {
      crash();
      // Nobody starts a program on a computer that sleeps.
      computer.wake();
      used = true;
      window = openExamWindow({
        ...{ computer, random, ledger, faulty: mutation },
        trueTime: () => timeline.now,
        centreHolds: (epoch, upTo) => (held.get(epoch, upTo) as { held: number }).held === upTo,
        confirmIdentity: () => void file.exec("UPDATE attempt SET identity = 'verified'"),
      });
    },
    crash,
    write: (body) => window?.write(body),
  };
}
