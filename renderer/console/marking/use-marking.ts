import { useCallback, useEffect, useState } from 'react';
import type { GivenPoints, MarkingTask } from '../../../shared/contract/marking.ts';
import { Fault, type Reason } from '../../../shared/support/fault.ts';
import { useDesk } from '../desk.ts';

/** Refusals after which these points can no longer be given: the next response is taken. */
const LOST: readonly Reason[] = ['response_settled', 'response_changed', 'response_not_claimed', 'not_found'];

interface ItemPlace {
  sessionId: string;
  itemId: string;
}

export interface MarkingState {
  /** `undefined` while it is fetched, null when nothing is left for this marker. */
  task: MarkingTask | null | undefined;
  /** How many of the question this marker may read now, this one among them; null before the first was taken. */
  left: number | null;
  /** Goes up with every response taken, so that a form begins empty. */
  turn: number;
  busy: boolean;
  /** Why the last thing asked for did not happen. */
  failure: unknown;
  /** The mark given last. */
  last: { code: string; points: number } | null;
  give(points: GivenPoints): Promise<void>;
  /** Takes the response marked last once more. */
  correctLast(): Promise<void>;
  takeNext(): Promise<void>;
}

/** One response after another: take it, give points, take the next. */
export function useMarking({ sessionId, itemId }: ItemPlace): MarkingState {
  const { http } = useDesk().connection;
  const [{ task, turn }, setTaken] = useState<Pick<MarkingState, 'task' | 'turn'>>({ task: undefined, turn: 0 });
  const [left, setLeft] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [last, setLast] = useState<MarkingState['last']>(null);

  const take = useCallback((taken: MarkingTask | null) => {
    setTaken((before) => ({ task: taken, turn: before.turn + 1 }));
  }, []);
  const fetchNext = useCallback(async () => {
    const next = await http('nextResponse', { sessionId, itemId });
    setLeft(next.left);
    take(next.task);
  }, [http, sessionId, itemId, take]);
  /** Does it with the desk held; what goes wrong is shown and nothing that was typed is lost. */
  const attempt = useCallback(async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (cause) {
      if (!(cause instanceof Fault)) console.error('marking failed', cause);
      setFailure(cause);
    } finally {
      setBusy(false);
    }
  }, []);
  const takeNext = useCallback(async () => {
    setFailure(null);
    await attempt(fetchNext);
  }, [attempt, fetchNext]);
  useEffect(() => {
    void takeNext();
  }, [takeNext]);

  return {
    ...{ task, left, turn, busy, failure, last, takeNext },
    give: (points) =>
      attempt(async () => {
        if (!task) return;
        try {
          const { code, responseHash } = task;
          await http('giveMark', { ...points, responseHash }, { code });
          setLast({ code, points: points.points });
          setFailure(null);
        } catch (cause) {
          if (!(cause instanceof Fault && LOST.includes(cause.reason))) throw cause;
          setFailure(cause);
        }
        await fetchNext();
      }),
    correctLast: () =>
      attempt(async () => {
        if (!last) return;
        take(await http('markedResponse', {}, { code: last.code }));
        setFailure(null);
      }),
  };
}
