/**
 * The paper model. A paper is what a candidate may see; the answer key is a thing of its own and never leaves
 * the server before adjudication. Annex 2 of the notice names the item types; how an item is answered is its form.
 */
import type { Block, DeskDocument, Picture } from './content.ts';

/** What annex 2 calls a kind of question (题型). A section holds items of one type. */
export const ITEM_TYPES = [
  'single_choice',
  'multiple_choice',
  'true_false',
  'case_choice',
  'short_answer',
  'calculation',
  'comprehensive',
  'case_analysis',
  'in_basket',
  'thesis',
] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

/** What is assessed (鉴定内容), with points and a weight of its own: `ethics` stands beside `theory` in one session. */
export const COMPONENTS = ['ethics', 'theory', 'skills', 'review'] as const;
export type Component = (typeof COMPONENTS)[number];

export interface Option {
  id: string;
  text: string;
  pictureId?: string | undefined;
}

/** What several items are about: a case, a table, or the desk of an in-basket. */
export interface Stimulus {
  id: string;
  title: string;
  content: Block[];
  /** The documents of an in-basket; empty for a case. */
  documents: DeskDocument[];
}

interface ItemBase {
  id: string;
  /** Points this item is worth; a positive number, halves allowed. */
  points: number;
  /** What is asked. */
  stem: Block[];
  stimulusId?: string | undefined;
}

interface Choice {
  options: Option[];
  /** The options stand in their order for every candidate, e.g. when one says "all of the above". */
  fixedOrder: boolean;
}

/** An item by how it is answered. */
export type Item =
  | (ItemBase & Choice & { kind: 'single_choice' })
  | (ItemBase & Choice & { kind: 'multiple_choice' })
  | (ItemBase & { kind: 'true_false' })
  /** `maxLength` in characters. */
  | (ItemBase & { kind: 'text'; maxLength: number })
  | (ItemBase & { kind: 'calculation'; unit: string })
  /** One document of the stimulus's desk: a decision out of `decisions`, an action, a reason; `maxLength` for each. */
  | (ItemBase & { kind: 'handling'; documentId: string; decisions: Option[]; maxLength: number })
  /** A file handed in before a date. No live session, no journal. */
  | (ItemBase & { kind: 'thesis'; limits: ThesisLimits });

export interface ThesisLimits {
  formats: ThesisFormat[];
  maxBytes: number;
  minPages: number;
  maxPages: number;
}
export const THESIS_FORMATS = ['pdf', 'docx'] as const;
export type ThesisFormat = (typeof THESIS_FORMATS)[number];

export interface Section {
  id: string;
  title: string;
  instructions: string;
  component: Component;
  itemType: ItemType;
  items: Item[];
}

/**
 * What an incomplete multiple choice is worth; a wrong option always costs all of it. `exact`: nothing.
 * `half`: half of the points. `share`: the share of the right options that were chosen.
 */
export const MULTIPLE_CHOICE_RULES = ['exact', 'half', 'share'] as const;
export type MultipleChoiceRule = (typeof MULTIPLE_CHOICE_RULES)[number];

export interface Paper {
  id: string;
  sessionId: string;
  title: string;
  multipleChoiceRule: MultipleChoiceRule;
  /** What differs from candidate to candidate (see `shuffledPaper`). */
  shuffle: { items: boolean; options: boolean };
  sections: Section[];
  stimuli: Stimulus[];
  pictures: Picture[];
}

/** What a candidate answered. `null` in a journal entry means the answer was cleared. */
export type ResponseValue =
  | { kind: 'choice'; chosen: string[] }
  | { kind: 'text'; text: string }
  | { kind: 'calculation'; steps: string; result: string }
  /** `decision` is the id of one of the item's decisions, empty while none is taken. */
  | { kind: 'handling'; decision: string; action: string; reason: string };

/** One thing a marker looks for. */
export interface Criterion {
  id: string;
  text: string;
  points: number;
}

/** Item id -> what is right. Objective items score at once; a rubric is for markers. */
export type AnswerKey = Record<
  string,
  { kind: 'choice'; correct: string[] } | { kind: 'rubric'; rubric: string; criteria: Criterion[] }
>;

/** How a paper's written answers are marked (see `settleMarks`). */
export interface MarkingRule {
  /** Two marks further apart than this share of the item's points (0..1) call a third marker. */
  differenceLimit: number;
}

/** A paper with everything that belongs to it and stays at the server. */
export interface PaperFile {
  paper: Paper;
  key: AnswerKey;
  marking: MarkingRule;
}

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
  if (value.kind === 'handling')
    return value.decision === '' && value.action.trim() === '' && value.reason.trim() === '';
  return value.steps.trim() === '' && value.result.trim() === '';
}
