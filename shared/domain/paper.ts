/**
 * The paper model. A paper is what a candidate may see; the answer key is a thing of its own and never leaves
 * the server before adjudication. Item types: annex 2 of the notice (选择题 单选 多选 判断, 简答, 计算, 综合题/案例).
 */
export interface Option {
  id: string;
  text: string;
}

/** Text shared by several items, e.g. the case that five questions are about. */
export interface Stimulus {
  id: string;
  title: string;
  text: string;
}

interface ItemBase {
  id: string;
  /** Points this item is worth; a positive number, halves allowed. */
  points: number;
  /** What is asked. Plain text; line breaks are kept. */
  stem: string;
  stimulusId?: string | undefined;
}

export type Item =
  | (ItemBase & { kind: 'single_choice'; options: Option[] })
  | (ItemBase & { kind: 'multiple_choice'; options: Option[] })
  | (ItemBase & { kind: 'true_false' })
  | (ItemBase & { kind: 'short_answer'; maxLength: number })
  | (ItemBase & { kind: 'calculation'; unit: string });

export interface Section {
  id: string;
  title: string;
  instructions: string;
  items: Item[];
}

export interface Paper {
  id: string;
  sessionId: string;
  title: string;
  sections: Section[];
  stimuli: Stimulus[];
}

/** What a candidate answered. `null` in a journal entry means the answer was cleared. */
export type ResponseValue =
  | { kind: 'choice'; chosen: string[] }
  | { kind: 'text'; text: string }
  | { kind: 'calculation'; steps: string; result: string };

/** Item id -> what is right. Objective items score at once; a rubric is for a marker. */
export type AnswerKey = Record<string, { kind: 'choice'; correct: string[] } | { kind: 'rubric'; rubric: string }>;

/** Option ids of a true/false item. */
export const TRUE_FALSE_OPTIONS = ['true', 'false'] as const;

export function itemsOf(paper: Paper): Item[] {
  return paper.sections.flatMap((section) => section.items);
}

/** True when a response holds nothing a marker could read. */
export function isBlank(value: ResponseValue | null | undefined): boolean {
  if (!value) return true;
  if (value.kind === 'choice') return value.chosen.length === 0;
  if (value.kind === 'text') return value.text.trim() === '';
  return value.steps.trim() === '' && value.result.trim() === '';
}
