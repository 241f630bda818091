import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../support/sha256.ts';
import { type CaseLink, type CaseStep, caseStanding, caseText, intactCaseLinks, stepRefusal } from './adjudication.ts';
import { GROUNDS, groundsOf, groundText, isGround } from './case-grounds.ts';
import { GENESIS } from './entry.ts';

const report = { sessionId: 's', kind: 'no_face', from: 1, until: 2, findings: [] } as const;
const reported = (fourEyes: boolean): CaseStep => ({ kind: 'reported', report, fourEyes, text: '' });
const judged: CaseStep = { kind: 'judged', verdict: 'sustained', ground: 'r5.left_seat', text: '' };
const dismissed: CaseStep = { kind: 'judged', verdict: 'dismissed', ground: 'evidence.unclear', text: '' };
const passed: CaseStep = { kind: 'passed_on', text: '' };
const decided: CaseStep = { kind: 'decided', verdict: 'sustained', ground: 'r5.left_seat', text: '' };
const appealed: CaseStep = { kind: 'appealed', text: '' };
const by = (id: string, step: CaseStep) => ({ by: { id, name: id, role: 'reviewer' as const }, step });

describe('[EVI-2] a case', () => {
  it('is closed by a reviewer, or by a chief after a reviewer where four eyes are asked for', () => {
    expect(caseStanding([by('p', reported(false)), by('r1', judged)])).toMatchObject({ state: 'closed', round: 1 });
    const open = [by('p', reported(true)), by('r1', judged)];
    expect(caseStanding(open)).toMatchObject({ state: 'chief', verdict: 'sustained' });
    expect(caseStanding([...open, by('c', decided)])).toMatchObject({ state: 'closed', verdict: 'sustained' });
  });

  it('goes to a second reviewer and, when that one cannot say either, to the chief', () => {
    const once = [by('p', reported(false)), by('r1', passed)];
    expect(caseStanding(once).state).toBe('second_reviewer');
    expect(stepRefusal(once, 'judged', 'r1')).toBe('case_needs_another');
    expect(stepRefusal(once, 'judged', 'r2')).toBeNull();
    expect(caseStanding([...once, by('r2', passed)]).state).toBe('chief');
  });

  it('lets nobody judge what they reported nor decide what they judged', () => {
    const own = [by('r1', reported(true))];
    expect(stepRefusal(own, 'judged', 'r1')).toBe('case_needs_another');
    expect(stepRefusal([...own, by('r2', judged)], 'decided', 'r2')).toBe('case_needs_another');
    expect(stepRefusal([...own, by('r2', judged)], 'decided', 'r1')).toBe('case_needs_another');
    expect(stepRefusal([...own, by('r2', judged)], 'decided', 'c')).toBeNull();
  });

  it('takes no step out of turn', () => {
    const open = [by('p', reported(true))];
    expect(stepRefusal(open, 'decided', 'c')).toBe('case_not_waiting');
    expect(stepRefusal(open, 'appealed', 'o')).toBe('case_not_waiting');
    const closed = [...open, by('r1', judged), by('c', decided)];
    expect(stepRefusal(closed, 'judged', 'r1')).toBe('case_not_waiting');
    expect(stepRefusal(closed, 'decided', 'c')).toBe('case_not_waiting');
  });

  it('lets the reviewer think better of it until a chief decided: the later step holds', () => {
    const open = [by('p', reported(true)), by('r1', judged)];
    expect(stepRefusal(open, 'judged', 'r2')).toBe('case_not_waiting');
    expect(stepRefusal(open, 'judged', 'r1')).toBeNull();
    expect(caseStanding([...open, by('r1', dismissed)])).toMatchObject({ verdict: 'dismissed', state: 'chief' });
  });

  it('is opened again by an appeal, and judged by somebody else than whose verdict it was', () => {
    const again = [by('p', reported(false)), by('r1', judged), by('o', appealed)];
    expect(caseStanding(again)).toEqual({ state: 'reviewer', verdict: null, ground: null, round: 2 });
    expect(stepRefusal(again, 'judged', 'r1')).toBe('case_needs_another');
    expect(caseStanding([...again, by('r2', dismissed)])).toMatchObject({ state: 'closed', verdict: 'dismissed' });
  });
});

describe('[EVI-2] the chain of cases', () => {
  const chained = async (steps: readonly CaseStep[]): Promise<CaseLink[]> => {
    const links: CaseLink[] = [];
    for (const [index, step] of steps.entries()) {
      const link = {
        ...{ attemptId: 'a', caseId: 'c', seq: index + 1, at: index, ...by('p', step) },
        prev: links.at(-1)?.hash ?? GENESIS,
      };
      links.push({ ...link, hash: await sha256Hex(caseText(link)) });
    }
    return links;
  };

  it('shows a step that was changed, removed or put in', async () => {
    const links = await chained([reported(true), judged, decided]);
    expect(await intactCaseLinks(links)).toBe(3);
    expect(await intactCaseLinks(links.map((link) => (link.seq === 2 ? { ...link, step: dismissed } : link)))).toBe(1);
    expect(await intactCaseLinks(links.filter(({ seq }) => seq !== 2))).toBe(1);
  });
});

describe('the grounds of a verdict', () => {
  it('cover the ten rules of annex 5', () => {
    expect(Object.keys(GROUNDS.sustained)).toEqual(Array.from({ length: 10 }, (_, at) => `r${at + 1}`));
  });

  it('belong to one verdict and have words', () => {
    expect(isGround('sustained', 'r5.left_seat')).toBe(true);
    expect(isGround('dismissed', 'r5.left_seat')).toBe(false);
    expect(isGround('sustained', 'r5')).toBe(false);
    expect(groundText('sustained', 'r5.left_seat', 'zh')).toBe('第5条 逃避监考：离座');
    const codes = [...groundsOf('sustained'), ...groundsOf('dismissed')].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
