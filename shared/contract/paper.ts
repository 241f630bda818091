/** The paper and what belongs to it, as they cross a process or lie in a file. */
import * as z from 'zod';
import type { Block, DeskDocument, Picture } from '../domain/content.ts';
import {
  type AnswerKey,
  COMPONENTS,
  ITEM_TYPES,
  type Item,
  type MarkingRule,
  MULTIPLE_CHOICE_RULES,
  type Paper,
  type PaperFile,
  type Stimulus,
  THESIS_FORMATS,
  type ThesisLimits,
} from '../domain/paper.ts';
import { Id } from './entries.ts';

export const BlockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string().max(50_000) }),
  z.object({
    kind: z.literal('table'),
    caption: z.string().max(200),
    header: z.boolean(),
    rows: z
      .array(z.array(z.string().max(2_000)).min(1).max(20))
      .min(1)
      .max(200),
  }),
  z.object({ kind: z.literal('picture'), pictureId: Id, alt: z.string().min(1).max(500) }),
]) satisfies z.ZodType<Block>;
const Content = z.array(BlockSchema);

export const PictureSchema = z.object({
  id: Id,
  mime: z.enum(['image/png', 'image/jpeg']),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  base64: z.string().min(1),
}) satisfies z.ZodType<Picture>;

const DeskDocumentSchema = z.object({
  id: Id,
  kind: z.enum(['mail', 'memo', 'table', 'calendar']),
  title: z.string().min(1),
  date: z.string(),
  from: z.string(),
  to: z.string(),
  content: Content.min(1),
}) satisfies z.ZodType<DeskDocument>;

const OptionSchema = z.object({ id: Id, text: z.string(), pictureId: Id.optional() });
const itemBase = { id: Id, points: z.number().positive(), stem: Content.min(1), stimulusId: Id.optional() };
const choice = { ...itemBase, options: z.array(OptionSchema).min(2).max(20), fixedOrder: z.boolean() };
const length = z.number().int().positive().max(20_000);

export const ThesisLimitsSchema = z.object({
  formats: z.array(z.enum(THESIS_FORMATS)).min(1),
  maxBytes: z.number().int().positive(),
  minPages: z.number().int().nonnegative(),
  maxPages: z.number().int().positive(),
}) satisfies z.ZodType<ThesisLimits>;

export const ItemSchema = z.discriminatedUnion('kind', [
  z.object({ ...choice, kind: z.literal('single_choice') }),
  z.object({ ...choice, kind: z.literal('multiple_choice') }),
  z.object({ ...itemBase, kind: z.literal('true_false') }),
  z.object({ ...itemBase, kind: z.literal('text'), maxLength: length }),
  z.object({ ...itemBase, kind: z.literal('calculation'), unit: z.string().max(40) }),
  z.object({
    ...itemBase,
    kind: z.literal('handling'),
    documentId: Id,
    decisions: z.array(OptionSchema).min(2).max(12),
    maxLength: length,
  }),
  z.object({
    ...itemBase,
    kind: z.literal('thesis'),
    limits: ThesisLimitsSchema,
  }),
]) satisfies z.ZodType<Item>;

export const StimulusSchema = z.object({
  id: Id,
  title: z.string(),
  content: Content,
  documents: z.array(DeskDocumentSchema),
}) satisfies z.ZodType<Stimulus>;

export const PaperSchema = z.object({
  id: Id,
  sessionId: Id,
  title: z.string().min(1),
  multipleChoiceRule: z.enum(MULTIPLE_CHOICE_RULES),
  shuffle: z.object({ items: z.boolean(), options: z.boolean() }),
  sections: z.array(
    z.object({
      id: Id,
      title: z.string().min(1),
      instructions: z.string(),
      component: z.enum(COMPONENTS),
      itemType: z.enum(ITEM_TYPES),
      items: z.array(ItemSchema),
    }),
  ),
  stimuli: z.array(StimulusSchema),
  pictures: z.array(PictureSchema),
}) satisfies z.ZodType<Paper>;

export const CriterionSchema = z.object({ id: Id, text: z.string().min(1), points: z.number().positive() });

export const AnswerKeySchema = z.record(
  Id,
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('choice'), correct: z.array(Id).min(1) }),
    z.object({ kind: z.literal('rubric'), rubric: z.string().min(1), criteria: z.array(CriterionSchema) }),
  ]),
) satisfies z.ZodType<AnswerKey>;

export const MarkingRuleSchema = z.object({
  differenceLimit: z.number().min(0).max(1),
}) satisfies z.ZodType<MarkingRule>;

/** One session's paper as a file: the paper, its key, how it is marked. See `paperFaults` for what a shape cannot say. */
export const PaperFileSchema = z.object({
  paper: PaperSchema,
  key: AnswerKeySchema,
  marking: MarkingRuleSchema,
}) satisfies z.ZodType<PaperFile>;
