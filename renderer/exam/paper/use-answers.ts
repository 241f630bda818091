import { useSyncExternalStore } from 'react';
import type { AnswerState } from '../../../shared/domain/fold.ts';
import type { AnswerLog, AnswerLogStatus } from '../journal/answer-log.ts';
import { useRoom } from '../window/exam-context.ts';

/** The open answer log. Only on the paper, which is not laid before it is open. */
export function useAnswerLog(): AnswerLog {
  const log = useRoom().log.state;
  if (!log) throw new Error('the paper lies open without an answer log');
  return log;
}

export function useAnswers(): AnswerState {
  const log = useAnswerLog();
  return useSyncExternalStore(log.subscribe, () => log.state);
}

export function useLogStatus(): AnswerLogStatus {
  const log = useAnswerLog();
  return useSyncExternalStore(log.subscribe, () => log.status);
}
