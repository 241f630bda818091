import { type KeptEntry, keptAnswers, keptEntries } from './kept-entries.ts';

export interface ItemRef {
  sessionId: string;
  itemId: string;
}

/** What became of the texts that were written on one or more computers of one attempt. */
export interface TextCounts {
  written: number;
  /** Shown as saved on the computer where they were written. */
  saved: number;
  /** Of these: at the exam centre, as themselves or carried. */
  present: number;
  /** Of these: given up at a re-entry, by name, for a later answer. */
  overtaken: number;
  lost: number;
  doubled: number;
  /** Items that hold an older answer than one that was kept. */
  outdated: number;
}

/** A text stands for one entry: whatever epoch carries it, it is the same answer. */
export interface WrittenTexts {
  writing(texts: readonly string[], itemId: string): void;
  saved(texts: readonly string[]): void;
  overtaken(texts: readonly string[]): void;
  /** Held against the exam centre's database, once every computer has sent what it has. */
  tally(database: string, attemptId: string): TextCounts;
}

const COUNTING = ['accepted', 'late_synced'];
const textOf = ({ body_json }: KeptEntry): string | null => JSON.parse(body_json).value?.text ?? null;

export function createWrittenTexts(): WrittenTexts {
  const itemOf = new Map<string, string>();
  const saved = new Set<string>();
  const overtaken = new Set<string>();
  return {
    writing(texts, itemId) {
      for (const text of texts) itemOf.set(text, itemId);
    },
    saved(texts) {
      for (const text of texts) saved.add(text);
    },
    overtaken(texts) {
      for (const text of texts) overtaken.add(text);
    },
    tally(database, attemptId) {
      const kept = keptEntries(database, attemptId);
      const places = new Map<string, KeptEntry[]>();
      for (const entry of kept) {
        const text = textOf(entry);
        if (text !== null) places.set(text, [...(places.get(text) ?? []), entry]);
      }
      const counted = (text: string) => (places.get(text) ?? []).filter(({ verdict }) => COUNTING.includes(verdict));
      const texts = [...saved];
      const answers = keptAnswers(database, attemptId);
      const outdated = [...new Set(itemOf.values())].filter((itemId) => {
        const answer = (answers.get(itemId) as { text?: string } | null)?.text ?? '';
        const at = Math.max(...(places.get(answer) ?? []).map((entry) => entry.at));
        return [...places].some(([text, of]) => itemOf.get(text) === itemId && of.some((entry) => entry.at > at));
      });
      return {
        written: itemOf.size,
        saved: saved.size,
        present: texts.filter((text) => counted(text).length > 0).length,
        overtaken: texts.filter((text) => overtaken.has(text)).length,
        lost: texts.filter((text) => counted(text).length === 0 && !overtaken.has(text)).length,
        doubled: [...places.keys()].filter((text) => counted(text).length > 1).length,
        outdated: outdated.length,
      };
    },
  };
}
