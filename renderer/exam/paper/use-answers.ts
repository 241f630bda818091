import { useSyncExternalStore } from 'react';
import type { AnswerState } from '../../../shared/domain/fold.ts';
import { isBlank, type ResponseValue } from '../../../shared/domain/paper.ts';
import type { AnswerLog, AnswerLogStatus } from '../journal/answer-log.ts';
import { useRoom } from '../window/exam-context.ts';

/** The open answer log. Only on the paper, which is not laid before it is open. */
export function useAnswerLog(): AnswerLog {
  const log = useRoom().log.state;
  if (!log) throw new Error('the paper lies open without an answer log');
  return log;
}

/** All answers; renders anew at every entry. What shows one fact of one item asks for that alone, below. */
export function useAnswers(): AnswerState {
  const log = useAnswerLog();
  return useSyncExternalStore(log.subscribe, () => log.state);
}

export function useResponse(itemId: string): ResponseValue | undefined {
  const log = useAnswerLog();
  return useSyncExternalStore(log.subscribe, () => log.state.responses[itemId]);
}

export function useAnswered(itemId: string): boolean {
  const log = useAnswerLog();
  return useSyncExternalStore(log.subscribe, () => !isBlank(log.state.responses[itemId]));
}

export function useFlagged(itemId: string): boolean {
  const log = useAnswerLog();
  return useSyncExternalStore(log.subscribe, () => log.state.flags.includes(itemId));
}

const MARKS = {
  plain: { answered: false, flagged: false },
  answered: { answered: true, flagged: false },
  flagged: { answered: false, flagged: true },
  both: { answered: true, flagged: true },
} as const;

/** Both in one: a paper may show a hundred of them. */
export function useItemMarks(log: AnswerLog, itemId: string): { answered: boolean; flagged: boolean } {
  return useSyncExternalStore(log.subscribe, () => {
    const answered = !isBlank(log.state.responses[itemId]);
    const flagged = log.state.flags.includes(itemId);
    return MARKS[answered ? (flagged ? 'both' : 'answered') : flagged ? 'flagged' : 'plain'];
  });
}

/** How many of these items are answered. */
export function useAnsweredCount(itemIds: readonly string[]): number {
  const log = useAnswerLog();
  return useSyncExternalStore(
    log.subscribe,
    () => itemIds.filter((itemId) => !isBlank(log.state.responses[itemId])).length,
  );
}

export function useFlaggedCount(itemIds: readonly string[]): number {
  const log = useAnswerLog();
  return useSyncExternalStore(log.subscribe, () => itemIds.filter((id) => log.state.flags.includes(id)).length);
}

export function useLogStatus(): AnswerLogStatus {
  const log = useAnswerLog();
  return useSyncExternalStore(log.subscribe, () => log.status);
}
