import type { Session } from '../../../shared/domain/timetable.ts';
import { useObservable } from '../use-observable.ts';
import { useExamWindow } from '../window/exam-context.ts';

/** The timetable of the session whose paper lies open. */
export function useSession(sessionId: string): Session | undefined {
  const { examination } = useObservable(useExamWindow().exam);
  return examination?.sessions.find(({ id }) => id === sessionId);
}
