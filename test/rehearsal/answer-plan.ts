import { readFile } from 'node:fs/promises';
import { projectPath } from '../../build/project.ts';
import type { AnswerKey, Item, Paper, ResponseValue } from '../../shared/domain/paper.ts';

export interface PlannedAnswer {
  itemId: string;
  value: ResponseValue;
}

/** What the rehearsed candidate will answer, and what that must score. */
export interface AnswerPlan {
  answers: PlannedAnswer[];
  /** Points of the items answered rightly, added up here and not by the product's scoring. */
  expectedEarned: number;
}

/** Every fourth choice is answered wrongly, so that a score of "everything" proves nothing. */
function choose(item: Item, correct: readonly string[], wrong: boolean): string[] {
  if (!wrong) return [...correct];
  const options =
    item.kind === 'true_false' ? ['true', 'false'] : 'options' in item ? item.options.map(({ id }) => id) : [];
  const others = options.filter((id) => !correct.includes(id));
  return item.kind === 'multiple_choice' ? [...correct.slice(1), ...others].slice(0, 2) : others.slice(0, 1);
}

export async function planAnswers(sessionId: string): Promise<AnswerPlan> {
  const file = projectPath('assets/sample/papers', `${sessionId}.json`);
  const { paper, key } = JSON.parse(await readFile(file, 'utf8')) as { paper: Paper; key: AnswerKey };
  const plan: AnswerPlan = { answers: [], expectedEarned: 0 };
  for (const [index, item] of paper.sections.flatMap(({ items }) => items).entries()) {
    const keyed = key[item.id];
    const answer = (value: ResponseValue) => plan.answers.push({ itemId: item.id, value });
    if (keyed?.kind === 'choice') {
      const wrong = index % 4 === 3;
      answer({ kind: 'choice', chosen: choose(item, keyed.correct, wrong) });
      if (!wrong) plan.expectedEarned += item.points;
    } else if (item.kind === 'calculation') {
      answer({ kind: 'calculation', steps: `依据题意列式：第${index + 1}题`, result: '12000' });
    } else {
      answer({ kind: 'text', text: `第${index + 1}题作答：应当依照劳动合同法的规定处理。` });
    }
  }
  return plan;
}
