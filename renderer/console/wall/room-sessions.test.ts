import { expect, it } from 'vitest';
import { liveSession } from '../../../shared/domain/session.fixture.ts';
import { placeAt } from './place-at.fixture.ts';
import { sittingOf } from './room-sessions.ts';

const sessions = [
  liveSession('theory', 100, 200, { entryFrom: 50 }),
  liveSession('skills', 300, 400, { entryFrom: 250, kind: 'skills' }),
];
const examination = {
  ...{ id: 'exam', title: '', occupation: '', level: '', sessions, components: [] },
  ...{
    betweenSessions: 'locked' as const,
    replanned: [],
    answerFile: { offerAfterMs: 0, bringWithinMs: 1 },
    retentionDays: 1,
  },
  ...{ dutyPhone: '', complaintPhone: '' },
};
const at = (now: number, registered: string[]) => {
  const { sessions: own, sitsOut } = sittingOf([examination], placeAt('a', { sessions: registered }), now);
  return [own.map(({ id }) => id), sitsOut];
};

it('[REG-1] who repeats the skills alone sits out from the entry to the end of the theory, and no longer', () => {
  expect([49, 50, 199, 200, 250].map((now) => at(now, ['skills'])[1])).toEqual([false, true, true, false, false]);
  expect(at(150, ['skills'])[0]).toEqual(['skills']);
});

it('[REG-1] who sits both sits out nothing', () => {
  expect([50, 150, 300].map((now) => at(now, ['theory', 'skills'])[1])).toEqual([false, false, false]);
});
