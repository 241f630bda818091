import { createContext, useContext } from 'react';
import type { ShellBridge } from '../../../shared/contract/shell.ts';
import type { AnswerFileExport } from '../answer-file/answer-file-export.ts';
import type { Capture } from '../capture/capture.ts';
import type { AttemptRoom } from '../session/attempt-room.ts';
import type { Centre } from '../session/centre.ts';
import type { Exam } from '../session/exam.ts';
import type { ServerClock } from '../session/server-clock.ts';
import type { UpdateDesk } from '../update/update-desk.ts';
import { useObservable } from '../use-observable.ts';

/** What main.tsx has constructed, for every screen. */
export interface ExamWindow {
  exam: Exam;
  centre: Centre;
  capture: Capture;
  clock: ServerClock;
  shell: ShellBridge;
  /** As the shell tells it, e.g. `win32 10.0.19045 x64`. */
  platform: string;
  update: UpdateDesk;
  /** Answers that an earlier run left on this computer. */
  leftAnswers(): Promise<AnswerFileExport[]>;
  log(level: 'info' | 'warn' | 'error', text: string): void;
}

export const ExamWindowContext = createContext<ExamWindow | null>(null);

export function useExamWindow(): ExamWindow {
  const found = useContext(ExamWindowContext);
  if (!found) throw new Error('rendered outside the exam window');
  return found;
}

/** The signed-in attempt's managers; only for screens after sign-in. */
export function useRoom(): AttemptRoom {
  const { room } = useObservable(useExamWindow().exam);
  if (!room) throw new Error('rendered before sign-in');
  return room;
}
