import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../support/sha256.ts';
import { GENESIS } from './entry.ts';
import {
  intactQualifications,
  type QualificationLink,
  type QualificationStep,
  qualificationText,
  rulesIn,
  standingOf,
  USUAL_RULES,
} from './qualification.ts';

const NEED = { now: 1_000, until: 2_000 };
const granted = (until: number): QualificationStep => ({ kind: 'granted', until, reason: '省里培训' });
const withdrawn: QualificationStep = { kind: 'withdrawn', reason: '泄题' };
const ended = (passed: boolean, until: number | null): QualificationStep => ({
  ...{ kind: 'ended', runId: 'r', run: 'test', flags: [], answers: [], passed, until },
  score: { found: 0, missed: 0, falseAlarms: 0, misnamed: 0, reactionMs: null, questions: 0, right: 0 },
});

describe('[QUA-1] where a proctor stands', () => {
  it.each<[string, QualificationStep[], string]>([
    ['without anything', [], 'never'],
    ['with a test that was not passed', [ended(false, null)], 'never'],
    ['with a pass that lasts', [ended(true, 2_000)], 'qualified'],
    ['with one from elsewhere', [granted(2_000)], 'qualified'],
    ['with a pass that ends before it is needed to', [granted(1_999)], 'ends_too_soon'],
    ['in the last moment of a pass', [granted(1_000)], 'ends_too_soon'],
    ['after it', [granted(999)], 'expired'],
    ['with a failed test after a pass', [granted(2_000), ended(false, null)], 'qualified'],
    ['with a shorter pass after a longer one', [granted(2_000), granted(1_200)], 'qualified'],
    ['after a pass was withdrawn', [granted(2_000), withdrawn], 'withdrawn'],
    ['with a new pass after that', [granted(9_000), withdrawn, ended(true, 2_000)], 'qualified'],
  ])('%s', (_, steps, state) => {
    expect(standingOf(steps, NEED).state).toBe(state);
  });

  it('says until when, of what counts alone', () => {
    expect(standingOf([granted(9_000), withdrawn, ended(true, 2_000)], NEED).until).toBe(2_000);
    expect(standingOf([granted(9_000), withdrawn], NEED).until).toBeNull();
    expect(standingOf([granted(500)], NEED).until).toBe(500);
  });
});

it('[QUA-1] the latest rules hold, the usual ones where nobody changed them', () => {
  expect(rulesIn([granted(1)])).toEqual(USUAL_RULES);
  const changed = (mostFalse: number): QualificationStep => ({
    ...{ kind: 'rules', reason: '' },
    rules: { ...USUAL_RULES, mostFalse },
  });
  expect(rulesIn([changed(1), granted(1), changed(2)]).mostFalse).toBe(2);
});

it('[QUA-3] a log of which a link was changed, left out or put elsewhere is not intact', async () => {
  const links: QualificationLink[] = [];
  for (const step of [granted(1), ended(true, 2), withdrawn]) {
    const prev = links.at(-1)?.hash ?? GENESIS;
    const link = { ...{ seq: links.length + 1, at: 5, by: '考务', staffId: 's' }, step, prev };
    links.push({ ...link, hash: await sha256Hex(qualificationText(link)) });
  }
  const [first, second, third] = links as [QualificationLink, QualificationLink, QualificationLink];
  expect(await intactQualifications(links)).toBe(3);
  expect(await intactQualifications([first, { ...second, step: ended(true, 3) }, third])).toBe(1);
  expect(await intactQualifications([first, third])).toBe(1);
  expect(await intactQualifications([first, third, second])).toBe(1);
  expect(await intactQualifications([first, { ...second, staffId: 'other' }, third])).toBe(1);
});
