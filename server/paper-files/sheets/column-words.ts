import {
  type Choice,
  COMPONENT_CHOICE,
  DOCUMENT_CHOICE,
  FORM_CHOICE,
  RULE_CHOICE,
  TYPE_CHOICE,
  wordOf,
  YES_CHOICE,
} from './choices.ts';
import type { ColumnName, SheetName } from './paper-sheets.ts';

type Words = { [Name in SheetName]?: Partial<Record<ColumnName<Name>, readonly string[]>> };

const words = <Value>(choice: Choice<Value>): string[] => choice.map(([value]) => wordOf(choice, value));
const YES = words(YES_CHOICE);

const COLUMN_WORDS: Words = {
  paper: { rule: words(RULE_CHOICE), shuffleItems: YES, shuffleOptions: YES },
  sections: { component: words(COMPONENT_CHOICE), itemType: words(TYPE_CHOICE) },
  items: { form: words(FORM_CHOICE), fixedOrder: YES },
  documents: { kind: words(DOCUMENT_CHOICE) },
  tables: { header: YES },
};

/** The words that a column's cells are chosen from; undefined for a column that takes any. */
export const wordsOfColumn = (sheet: SheetName, column: string): readonly string[] | undefined =>
  (COLUMN_WORDS[sheet] as Record<string, readonly string[]> | undefined)?.[column];
