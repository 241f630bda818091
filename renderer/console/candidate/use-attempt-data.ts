import { useCallback, useEffect, useState } from 'react';
import type { RouteReply } from '../../../shared/contract/http.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { useDesk } from '../desk.ts';

type AttemptRoute =
  | 'attemptEvents'
  | 'lateEntries'
  | 'lateEntriesForOrganiser'
  | 'identityChecks'
  | 'segments'
  | 'cameraLedger'
  | 'attemptActivity'
  | 'attemptCases'
  | 'results';

export interface AttemptData<Value> {
  /** Null until it was loaded once; kept while it loads again. */
  value: Value | null;
  failure: unknown;
  reload: () => void;
}

/**
 * What the server holds of one attempt, loaded again whenever `freshness` changes (a new event, a restored line) and,
 * where the server sends no word of it, every `everyMs`.
 */
export function useAttemptData<Name extends AttemptRoute>(
  name: Name,
  attemptId: string,
  freshness: string,
  everyMs: number | null = null,
): AttemptData<RouteReply<Name>> {
  const { http } = useDesk().connection;
  const [value, setValue] = useState<RouteReply<Name> | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((now) => now + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: freshness and turn ask for a new reading without entering it
  useEffect(() => {
    let current = true;
    http(name, {} as never, { attemptId }).then(
      (reply) => {
        if (!current) return;
        setValue(reply);
        setFailure(null);
      },
      (cause: unknown) => {
        if (!current) return;
        if (!(cause instanceof Fault)) console.error(`${name} could not be read`, cause);
        setFailure(cause);
      },
    );
    return () => {
      current = false;
    };
  }, [http, name, attemptId, freshness, turn]);

  useEffect(() => {
    if (everyMs === null) return;
    const timer = setInterval(reload, everyMs);
    return () => clearInterval(timer);
  }, [everyMs, reload]);

  return { value, failure, reload };
}
