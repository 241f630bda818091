import { describe, expect, it } from 'vitest';
import { type Item, itemsOf, type MultipleChoiceRule, type Section } from '../../shared/domain/paper.ts';
import { paperFaults } from '../../shared/domain/paper-faults.ts';
import { samplePlan, sampleSessions } from './sample-papers.ts';

const points = (sections: readonly Section[]): number =>
  sections.flatMap(({ items }) => items).reduce((total, item) => total + item.points, 0);

/** How instructions state each rule of incomplete multiple choice. */
const RULE_IN_WORDS: Record<MultipleChoiceRule, RegExp> = {
  exact: /少选、错选均不得分/,
  half: /少选且没有错选的，得该题一半的分/,
  share: /少选且没有错选的，按所选正确选项占全部正确选项的比例得分/,
};

const optionsOf = (item: Item) => ('options' in item ? item.options : []);

describe.each(sampleSessions)('the sample paper $sessionId', ({ sessionId, components, file }) => {
  const { paper, key } = file;
  const items = itemsOf(paper);

  it('can be sat and scored', () => {
    expect(paper.sessionId).toBe(sessionId);
    expect(paperFaults(file)).toEqual([]);
  });

  it('holds the components of annex 2 with their points', () => {
    const held = components.map(({ component }) => [
      component,
      points(paper.sections.filter((section) => section.component === component)),
    ]);
    expect(held).toEqual(components.map((component) => [component.component, component.points]));
    expect(points(paper.sections)).toBe(components.reduce((total, component) => total + component.points, 0));
  });

  it('asks with every item type that annex 2 names, and no other', () => {
    const asked = new Set(paper.sections.map(({ itemType }) => itemType));
    expect(asked).toEqual(new Set(components.flatMap(({ itemTypes }) => itemTypes)));
  });

  it('says in each section how many points it holds, and what an incomplete multiple choice is worth', () => {
    for (const section of paper.sections) {
      expect(section.instructions).toContain(`共${points([section])}分`);
      if (section.items.some(({ kind }) => kind === 'multiple_choice')) {
        expect(section.instructions).toMatch(RULE_IN_WORDS[paper.multipleChoiceRule]);
      }
    }
  });

  it('numbers the questions in its instructions as they stand in the paper', () => {
    let before = 0;
    for (const section of paper.sections) {
      const [, from, to] = /^第(\d+)～(\d+)题/.exec(section.instructions) ?? [];
      if (from) expect([from, to].map(Number)).toEqual([before + 1, before + section.items.length]);
      const [, each] = /^第\d+～\d+题，每题([\d.]+)分，共/.exec(section.instructions) ?? [];
      if (each) expect(new Set(section.items.map((item) => item.points))).toEqual(new Set([Number(each)]));
      before += section.items.length;
    }
  });

  it('asks each question once, with options that differ', () => {
    const asked = items.map(({ stem, stimulusId }) => JSON.stringify([stem, stimulusId]));
    const documents = items.flatMap((item) => (item.kind === 'handling' ? [item.documentId] : []));
    expect(new Set(asked).size).toBe(asked.length);
    expect(new Set(documents).size).toBe(documents.length);
    for (const item of items) {
      const texts = optionsOf(item).map(({ text, pictureId }) => `${text} ${pictureId ?? ''}`);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  it('keeps options in their order where one speaks of the others', () => {
    const moving = items.filter(
      (item) => 'options' in item && !item.fixedOrder && item.options.some(({ text }) => /^以上|^上述/.test(text)),
    );
    expect(moving).toEqual([]);
  });

  it('keys two right options or more in a multiple choice', () => {
    for (const item of items.filter(({ kind }) => kind === 'multiple_choice')) {
      expect([item.id, key[item.id]]).toEqual([
        item.id,
        { kind: 'choice', correct: expect.arrayContaining([expect.anything(), expect.anything()]) },
      ]);
      expect(new Set((key[item.id] as { correct: string[] }).correct).size).toBeGreaterThanOrEqual(2);
    }
  });

  it('does not put the right answer at one place more than half of the time', () => {
    const places = items.flatMap((item) => {
      const keyed = key[item.id];
      if (item.kind !== 'single_choice' || keyed?.kind !== 'choice') return [];
      return item.options.findIndex(({ id }) => id === keyed.correct[0]);
    });
    for (const place of new Set(places)) {
      expect(places.filter((other) => other === place).length).toBeLessThanOrEqual(Math.ceil(places.length / 2));
    }
  });

  it('tells markers what to look for in every written answer, and the result of every calculation', () => {
    for (const item of items) {
      const keyed = key[item.id];
      if (keyed?.kind !== 'rubric') continue;
      expect([item.id, keyed.criteria.length]).not.toEqual([item.id, 0]);
      if (item.kind !== 'calculation') continue;
      expect(keyed.rubric).toMatch(new RegExp(`结果：-?[\\d.]+${item.unit}`));
    }
  });
});

describe('the sample papers together', () => {
  it.each(samplePlan.examinations.map(({ id }) => id))('use every id once within %s', (examinationId) => {
    const papers = sampleSessions.filter((session) => session.examinationId === examinationId);
    const ids = papers.flatMap(({ file: { paper } }) => [
      paper.id,
      ...paper.sections.map(({ id }) => id),
      ...paper.stimuli.flatMap(({ id, documents }) => [id, ...documents.map((document) => document.id)]),
      ...paper.pictures.map(({ id }) => id),
      ...itemsOf(paper).map(({ id }) => id),
    ]);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('show every part of the model: a table, a picture, a picture as an option, a fixed order, each kind of document', () => {
    const papers = sampleSessions.map(({ file }) => file.paper);
    const items = papers.flatMap(itemsOf);
    const stimuli = papers.flatMap((paper) => paper.stimuli);
    const documents = stimuli.flatMap((stimulus) => stimulus.documents);
    const blocks = [
      ...items.flatMap(({ stem }) => stem),
      ...[...stimuli, ...documents].flatMap(({ content }) => content),
    ];
    expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(['text', 'table', 'picture']));
    expect(items.flatMap(optionsOf).some(({ pictureId }) => pictureId)).toBe(true);
    expect(items.some((item) => 'fixedOrder' in item && item.fixedOrder)).toBe(true);
    expect(new Set(documents.map(({ kind }) => kind))).toEqual(new Set(['mail', 'memo', 'table', 'calendar']));
    expect(new Set(papers.map(({ multipleChoiceRule }) => multipleChoiceRule)).size).toBe(3);
  });
});
