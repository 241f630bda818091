import { createHash } from 'node:crypto';
import type { ReadResponse } from '../../shared/contract/results.ts';
import { isBlank, type ResponseValue } from '../../shared/domain/paper.ts';
import { canonicalJson } from '../../shared/support/canonical-json.ts';
import type { Narrowed } from '../sql/marking.ts';
import type { Queries } from '../sql/storage.ts';

/** What a candidate handed in for one item, as it stands now. */
export interface HandedResponse {
  attemptId: string;
  itemId: string;
  /** Changes with the response: a mark holds for the one it was given for. */
  hash: string;
  content: ReadResponse;
}

const hashOf = (value: ResponseValue): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/**
 * The responses of a session that were handed in and are not blank. The one place that knows where responses lie: answers
 * of the journal, once the attempt has its receipt.
 */
export async function handedResponses(all: Queries, sessionId: string, narrowed: Narrowed): Promise<HandedResponse[]> {
  const answers = await all.answersHandedIn(sessionId, narrowed);
  return answers.flatMap(({ attempt_id, item_id, value_json }) => {
    const value: ResponseValue | null = value_json === null ? null : JSON.parse(value_json);
    if (value === null || isBlank(value)) return [];
    return [
      { attemptId: attempt_id, itemId: item_id, hash: hashOf(value), content: { kind: 'written' as const, value } },
    ];
  });
}
