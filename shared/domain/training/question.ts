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

/** A question as it is asked: its options in an order of the run's own. */
export interface AskedQuestion {
  id: string;
  text: Bilingual;
  options: Bilingual[];
}

/** With what is right, which stays at the exam centre until the run is ended. */
export interface DrawnQuestion extends AskedQuestion {
  /** Which of the options, from 0. */
  right: number;
}

/** `choice`: which of the options as they were asked, from 0. */
export interface GivenAnswer {
  questionId: string;
  /** Null: left out. */
  choice: number | null;
}

/** The questions of a run and the order of their options: the same for the same seed and bank. */
export function drawQuestions(bank: readonly RuleQuestion[], seed: string, count: number): DrawnQuestion[] {
  const random = seededRandom(`${seed} questions`);
  return shuffled(bank, random)
    .slice(0, count)
    .map(({ id, text, options: written }) => {
      const options = shuffled(written, random);
      return { id, text, options, right: options.indexOf(written[0] as Bilingual) };
    });
}

/** One for each question that was asked, in its order; what was not asked counts for nothing. */
export function judgeAnswers(
  drawn: readonly Pick<DrawnQuestion, 'id' | 'right'>[],
  given: readonly GivenAnswer[],
): { questionId: string; choice: number | null; right: boolean }[] {
  return drawn.map(({ id, right }) => {
    const choice = given.find(({ questionId }) => questionId === id)?.choice ?? null;
    return { questionId: id, choice, right: choice === right };
  });
}
