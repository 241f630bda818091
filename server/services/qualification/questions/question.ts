import type { Bilingual, RuleQuestion } from '../../../../shared/domain/training/question.ts';

type Both = readonly [zh: string, en: string];

interface Written {
  ask: Both;
  right: Both;
  wrong: readonly Both[];
  why: Both;
}

const bilingual = ([zh, en]: Both): Bilingual => ({ 'zh-CN': zh, en });

/** A question as it is kept, its right option first. */
export const question = (id: string, { ask, right, wrong, why }: Written): RuleQuestion => ({
  ...{ id, text: bilingual(ask), why: bilingual(why) },
  options: [right, ...wrong].map(bilingual),
});
