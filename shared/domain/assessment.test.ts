import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type AssessmentComponent, weightedScore } from './assessment.ts';
import type { ComponentScore } from './scoring.ts';

const part = (component: AssessmentComponent['component'], points: number, weight: number): AssessmentComponent => ({
  ...{ component, title: component, session: 'theory', itemTypes: ['single_choice'], itemCount: null, points, weight },
});
const score = (
  component: ComponentScore['component'],
  earned: number,
  possible: number,
  pending = 0,
): ComponentScore => ({
  ...{ component, earned, possible, pending },
});
const plan = [part('ethics', 10, 10), part('theory', 90, 90)];

describe('a session’s result', () => {
  it('weighs each component by its share of its own points', () => {
    expect(weightedScore([score('ethics', 8, 10), score('theory', 63, 90)], plan).score).toBe(71);
    // A paper whose ethics hold 20 points still counts for 10 %.
    expect(weightedScore([score('ethics', 16, 20), score('theory', 63, 90)], plan).score).toBe(71);
  });

  it('is open while a marker has something to read, and rounds to the hundredth', () => {
    expect(weightedScore([score('ethics', 8, 10), score('theory', 63, 90, 5)], plan).score).toBeNull();
    expect(weightedScore([score('skills', 1, 3)], [part('skills', 100, 100)]).score).toBe(33.33);
  });
});

/** Annex 2 of the notice: what is assessed, points and weight in percent, typed from it and not from the data. */
const ANNEX_2: Record<string, string[]> = {
  'hrm-4': ['职业道德 10 10', '理论知识 90 90', '专业能力 100 100'],
  'hrm-3': ['职业道德 10 10', '理论知识 90 90', '专业能力 100 100'],
  'hrm-2': ['职业道德 10 10', '理论知识 90 90', '专业能力 100 100', '综合评审 100 100'],
  'hrm-1': ['职业道德 10 10', '理论知识 90 90', '专业能力 100 100', '综合评审 100 100'],
  'infant-5': ['理论知识 100 100', '技能操作 100 100'],
  'infant-4': ['理论知识 100 100', '技能操作 100 100'],
  'infant-3': ['理论知识 100 100', '技能操作 100 100'],
  'labour-3': ['理论知识 100 100', '操作技能 100 100'],
  'labour-2': ['理论知识 100 100', '操作技能 100 100', '综合评审 100 100'],
  'labour-1': ['理论知识 100 100', '操作技能 100 100', '综合评审 100 100'],
};

describe('the sample plan', () => {
  it('assesses what annex 2 of the notice names, in full', () => {
    const plan = JSON.parse(readFileSync(new URL('../../assets/sample/plan.json', import.meta.url), 'utf8'));
    const told = plan.examinations.map(({ id, components }: { id: string; components: AssessmentComponent[] }) => [
      id,
      components.map(({ title, points, weight }) => `${title} ${points} ${weight}`),
    ]);
    expect(Object.fromEntries(told)).toEqual(ANNEX_2);
  });
});
