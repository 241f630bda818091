import { describe, expect, it } from 'vitest';
import { textContent } from '../../../shared/domain/content.ts';
import type { EntryBody } from '../../../shared/domain/entry.ts';
import { applyEntry, EMPTY_ANSWERS } from '../../../shared/domain/fold.ts';
import type { Paper } from '../../../shared/domain/paper.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { AnswerLog } from '../journal/answer-log.ts';
import { createObservable } from '../observable.ts';
import { createPaperDesk } from './paper-desk.ts';

const paper: Paper = {
  id: 'p',
  sessionId: 's',
  title: 'Paper',
  multipleChoiceRule: 'exact',
  shuffle: { items: false, options: false },
  stimuli: [],
  pictures: [],
  sections: [
    {
      id: 'one',
      title: 'One',
      instructions: '',
      component: 'theory',
      itemType: 'true_false',
      items: ['a', 'b', 'c'].map((id) => ({ id, kind: 'true_false', points: 1, stem: textContent(id) })),
    },
  ],
};

const soon = (task: () => void) => {
  setImmediate(task);
  return () => undefined;
};

function setUp({ lastItemId = null as string | null, faults = [] as Fault[] } = {}) {
  const written: EntryBody[] = [];
  let state = { ...EMPTY_ANSWERS, lastItemId };
  const answers = {
    get state() {
      return state;
    },
    async write(body: EntryBody) {
      written.push(body);
      state = applyEntry(state, { body });
    },
  } as unknown as AnswerLog;
  const log = createObservable<AnswerLog | null>(answers);
  const opened: string[] = [];
  const desk = createPaperDesk({
    papers: {
      open: async () => {
        const fault = faults.shift();
        if (fault) throw fault;
        return paper;
      },
    },
    log,
    schedule: soon,
    whenIdle: soon,
    random: () => 0.5,
    onOpened: (sessionId) => opened.push(sessionId),
  });
  return { desk, written, opened };
}
const yes = { kind: 'choice', chosen: ['true'] } as const;
const value = { kind: 'choice' as const, chosen: ['true'] };

describe('the desk', () => {
  it('opens at the item last touched, else at the first', async () => {
    const fresh = setUp();
    await fresh.desk.lay('s');
    expect(fresh.desk.state.itemId).toBe('a');
    expect(fresh.opened).toEqual(['s']);
    const back = setUp({ lastItemId: 'b' });
    await back.desk.lay('s');
    expect(back.desk.state.itemId).toBe('b');
    expect(back.desk.neighbour(1)?.id).toBe('c');
    back.desk.go('c');
    expect(back.desk.neighbour(1)).toBeNull();
  });

  it('asks for the paper until it comes', async () => {
    const { desk } = setUp({ faults: [new Fault('unreachable'), new Fault('too_early')] });
    await desk.lay('s');
    expect(desk.state).toMatchObject({ fault: null, open: true });
  });

  it('writes each change once, and a cleared answer as no answer', async () => {
    const { desk, written } = setUp();
    await desk.lay('s');
    desk.answer('a', value);
    desk.answer('a', { ...yes, chosen: ['true'] });
    desk.answer('a', { kind: 'choice', chosen: [] });
    expect(written).toEqual([
      { type: 'response', sessionId: 's', itemId: 'a', value },
      { type: 'response', sessionId: 's', itemId: 'a', value: null },
    ]);
  });

  it('[TIME-2] takes the last typing when it closes, and nothing afterwards', async () => {
    const { desk, written } = setUp();
    await desk.lay('s');
    desk.type('b', { kind: 'text', text: 'typed just now' }, false);
    desk.close();
    expect(written).toHaveLength(1);
    desk.answer('a', value);
    desk.flag('a', true);
    desk.type('b', { kind: 'text', text: 'too late' }, false);
    desk.commitTyping();
    expect(written).toHaveLength(1);
  });
});
