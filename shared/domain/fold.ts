import { canonicalJson } from '../support/canonical-json.ts';
import { sha256Hex } from '../support/sha256.ts';
import { type Entry, isOfItem } from './entry.ts';
import type { ResponseValue } from './paper.ts';

/** Current answers and flags of an attempt. A cleared answer is absent. Keys are item ids. */
export interface AnswerState {
  responses: Record<string, ResponseValue>;
  flags: string[];
  /** The item last touched, where re-entry continues. */
  lastItemId: string | null;
}

export const EMPTY_ANSWERS: AnswerState = { responses: {}, flags: [], lastItemId: null };

type Writable = Pick<Entry, 'body'>;

/** The state after one more entry. Pure: the given state is not touched. */
export function applyEntry(state: AnswerState, { body }: Writable): AnswerState {
  if (!isOfItem(body)) return state;
  if (body.type === 'flag') {
    const others = state.flags.filter((id) => id !== body.itemId);
    return { ...state, flags: body.flagged ? [...others, body.itemId] : others, lastItemId: body.itemId };
  }
  const responses = { ...state.responses };
  if (body.value === null) delete responses[body.itemId];
  else responses[body.itemId] = body.value;
  return { ...state, responses, lastItemId: body.itemId };
}

/** Folds entries in the order given: (epoch, seq) ascending for a journal. */
export function foldEntries(entries: Iterable<Writable>, start: AnswerState = EMPTY_ANSWERS): AnswerState {
  let state = start;
  for (const entry of entries) state = applyEntry(state, entry);
  return state;
}

/** Hash of the answers to the given items, equal on client and server when the folds are equal (ANS-3). */
export function hashResponses(responses: Record<string, ResponseValue>, itemIds: Iterable<string>): Promise<string> {
  const wanted = new Set(itemIds);
  const kept = Object.entries(responses).filter(([id]) => wanted.has(id));
  return sha256Hex(canonicalJson(Object.fromEntries(kept)));
}
