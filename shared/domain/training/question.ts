import { seededRandom, shuffled } from '../seeded-random.ts';

/** A text in both languages. */
export type Bilingual = Readonly<Record<'zh-CN' | 'en', string>>;

/** A question on the room rules. The first option is the right one; whoever is asked sees them in another order. */
export interface RuleQuestion {
  id: string;
  text: Bilingual;
  options: readonly Bilingual[];
  /** Why, with the paragraph of the notice. */
  why: Bilingual;
}

/** `choice`: which option of the question's own order. */
export interface AskedQuestion {
  id: string;
  text: Bilingual;
  options: { choice: number; text: Bilingual }[];
}

export interface GivenAnswer {
  questionId: string;
  /** Null: left out. */
  choice: number | null;
}

export const RIGHT_CHOICE = 0;

/** The questions of a run and the order of their options: the same for the same seed and bank. */
export function drawQuestions(bank: readonly RuleQuestion[], seed: string, count: number): AskedQuestion[] {
  const random = seededRandom(`${seed} questions`);
  return shuffled(bank, random)
    .slice(0, count)
    .map(({ id, text, options }) => ({
      ...{ id, text },
      options: shuffled(
        options.map((each, choice) => ({ choice, text: each })),
        random,
      ),
    }));
}

/** One for each question that was asked, in its order; what was not asked counts for nothing. */
export function judgeAnswers(
  asked: readonly Pick<AskedQuestion, 'id'>[],
  given: readonly GivenAnswer[],
): { questionId: string; choice: number | null; right: boolean }[] {
  return asked.map(({ id }) => {
    const choice = given.find(({ questionId }) => questionId === id)?.choice ?? null;
    return { questionId: id, choice, right: choice === RIGHT_CHOICE };
  });
}
