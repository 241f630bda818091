import type { AttackedExam } from './attacked-exam.ts';

/** One way to leave a locked exam window, tried for real. */
export interface Way {
  /** Of its kind: keys, what a hostile page may try, other programs on the desk, processes. */
  area: 'keys' | 'page' | 'desk' | 'processes';
  name: string;
  /** Tries it. Resolves with a look at what came of it, for what the window's own stance does not show. */
  attack(exam: AttackedExam): Promise<Effect>;
  /** Undoes what the attempt left on the desk. */
  after?(exam: AttackedExam): Promise<unknown>;
  /** An unlocked window is left this way: tried first, so that it is known that the attempt is one. */
  leadsOutUnlocked?: boolean;
}

/** Null: nothing came of it. Otherwise what did, in a few words. */
export type Effect = (() => Promise<string | null>) | null;
