import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AnswerKeySchema, PaperSchema } from '../../shared/contract/views.ts';
import { isIdentityNumber, normaliseIdentityNumber } from '../../shared/domain/identity-number.ts';
import { type AnswerKey, type Item, itemsOf, type Paper, TRUE_FALSE_OPTIONS } from '../../shared/domain/paper.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../assets/sample/${name}`, import.meta.url), 'utf8'));

const PaperFile = z.strictObject({ paper: PaperSchema, key: AnswerKeySchema });
const ExaminationFile = z.strictObject({
  title: z.string().min(1),
  occupation: z.literal('劳动关系协调员'),
  level: z.literal('三级'),
  dutyPhone: z.string().regex(/^024-0{6}\d\d$/),
  complaintPhone: z.string().regex(/^024-0{6}\d\d$/),
  sessions: z.array(z.strictObject({ id: z.string(), kind: z.enum(['theory', 'skills']), title: z.string().min(1) })),
});
const RosterFile = z.strictObject({
  candidates: z.array(
    z.strictObject({
      admissionNo: z.string(),
      identityNo: z.string(),
      name: z.string().min(2),
      photo: z.string().nullable(),
    }),
  ),
  staff: z.array(
    z.strictObject({ login: z.string(), name: z.string(), role: z.literal('proctor'), password: z.string().min(12) }),
  ),
});

function optionIds(item: Item): readonly string[] {
  if (item.kind === 'true_false') return TRUE_FALSE_OPTIONS;
  return 'options' in item ? item.options.map((option) => option.id) : [];
}

const points = (paper: Paper): number => itemsOf(paper).reduce((total, item) => total + item.points, 0);

/** What is wrong with an item's key, as text; null when the key fits the item. */
function keyFault(item: Item, key: AnswerKey): string | null {
  const keyed = key[item.id];
  if (!keyed) return 'no key';
  if (item.kind === 'short_answer' || item.kind === 'calculation') return keyed.kind === 'rubric' ? null : 'no rubric';
  if (keyed.kind !== 'choice') return 'no keyed options';
  const known = optionIds(item);
  if (!keyed.correct.every((id) => known.includes(id))) return 'names an option the item does not have';
  if (new Set(keyed.correct).size !== keyed.correct.length) return 'names an option twice';
  const count = keyed.correct.length;
  return (item.kind === 'multiple_choice' ? count >= 2 : count === 1) ? null : `${count} options are keyed`;
}

const theory = PaperFile.parse(read('papers/theory.json'));
const skills = PaperFile.parse(read('papers/skills.json'));
const examination = ExaminationFile.parse(read('examination.json'));
const roster = RosterFile.parse(read('roster.json'));

describe.each([
  ['theory', theory],
  ['skills', skills],
] as const)('the sample %s paper', (sessionId, { paper, key }) => {
  it('belongs to a session of the sample examination', () => {
    expect(paper.sessionId).toBe(sessionId);
    expect(examination.sessions.map((session) => session.id)).toContain(sessionId);
  });

  it('is worth 100 points (annex 2)', () => expect(points(paper)).toBe(100));

  it('says in each section how many points it holds', () => {
    for (const section of paper.sections) {
      const total = section.items.reduce((sum, item) => sum + item.points, 0);
      expect(section.instructions).toContain(`共${total}分`);
    }
  });

  it('has a fitting key for every item and none besides', () => {
    expect(itemsOf(paper).map((item) => [item.id, keyFault(item, key)])).toEqual(
      itemsOf(paper).map((item) => [item.id, null]),
    );
    expect(Object.keys(key).sort()).toEqual(
      itemsOf(paper)
        .map((item) => item.id)
        .sort(),
    );
  });

  it('gives every option of an item its own id and its own text', () => {
    for (const item of itemsOf(paper)) {
      if (!('options' in item)) continue;
      expect(new Set(item.options.map((option) => option.id)).size).toBe(item.options.length);
      expect(new Set(item.options.map((option) => option.text)).size).toBe(item.options.length);
    }
  });

  it('asks each question once and points only at stimuli it has', () => {
    const stems = itemsOf(paper).map((item) => item.stem);
    expect(new Set(stems).size).toBe(stems.length);
    const used = itemsOf(paper).flatMap((item) => item.stimulusId ?? []);
    expect([...new Set(used)].sort()).toEqual(paper.stimuli.map((stimulus) => stimulus.id).sort());
  });
});

describe('the sample examination', () => {
  it('uses every item id once over both papers', () => {
    const ids = [...itemsOf(theory.paper), ...itemsOf(skills.paper)].map((item) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has at least 40 theory items of the three kinds of annex 2', () => {
    const items = itemsOf(theory.paper);
    expect(items.length).toBeGreaterThanOrEqual(40);
    expect([...new Set(items.map((item) => item.kind))]).toEqual(['single_choice', 'multiple_choice', 'true_false']);
  });

  it('has short answers, calculations and a case with several questions in its skills paper', () => {
    const items = itemsOf(skills.paper);
    expect(new Set(items.map((item) => item.kind))).toEqual(new Set(['short_answer', 'calculation']));
    expect(items.filter((item) => item.stimulusId).length).toBeGreaterThanOrEqual(3);
  });

  it('does not put the right answer at one place more than half of the time', () => {
    const places = itemsOf(theory.paper)
      .filter((item) => item.kind === 'single_choice')
      .map((item) => theory.key[item.id])
      .flatMap((keyed) => (keyed?.kind === 'choice' ? keyed.correct : []));
    for (const place of new Set(places)) {
      expect(places.filter((id) => id === place).length).toBeLessThanOrEqual(places.length / 2);
    }
  });

  it('carries the result of each calculation in its rubric as the paper asks for it', () => {
    const results: Record<string, number> = {
      'k-b-01': (6525 / 21.75 / 8) * 1.5 * 10 + (6525 / 21.75) * 2 * 2 + (6525 / 21.75) * 3,
      'k-b-02': 8 * 8000 + 8200,
      'k-c-02': 5 * 6000,
    };
    const calculations = itemsOf(skills.paper).filter((item) => item.kind === 'calculation');
    expect(calculations.map((item) => item.id)).toEqual(Object.keys(results));
    for (const item of calculations) {
      const keyed = skills.key[item.id];
      expect(keyed?.kind === 'rubric' && keyed.rubric).toContain(`结果：${results[item.id]}${item.unit}`);
    }
  });
});

describe('the sample roster', () => {
  it('has identity numbers with a right check digit, each once, as the server compares them', () => {
    const numbers = roster.candidates.map((candidate) => candidate.identityNo);
    expect(numbers.map((number) => [number, isIdentityNumber(number)])).toEqual(
      numbers.map((number) => [number, true]),
    );
    expect(numbers.map(normaliseIdentityNumber)).toEqual(numbers);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('makes its people recognisable as invented by the sequence number 000', () => {
    expect(roster.candidates.every((candidate) => candidate.identityNo.slice(14, 17) === '000')).toBe(true);
  });

  it('has three candidates, one of them without a photo, and two proctors', () => {
    expect(roster.candidates.map((candidate) => candidate.admissionNo)).toEqual([
      'LD20260001',
      'LD20260002',
      'LD20260003',
    ]);
    expect(roster.candidates.map((candidate) => candidate.photo)).toEqual(['LD20260001.jpg', 'LD20260002.jpg', null]);
    expect(roster.staff.map((person) => person.login)).toEqual(['proctor1', 'proctor2']);
  });
});
