import { describe, expect, it } from 'vitest';
import { liveSession } from './session.fixture.ts';
import { currentSession, entryVerdict, mayOpen, remainingMs, sessionPhase } from './timetable.ts';

const theory = liveSession('theory', 10_000, 20_000, { entryFrom: 8_200, entryUntil: 13_000 });
const skills = liveSession('skills', 25_000, 40_000);

describe('the phase of a session', () => {
  it.each([
    [8199, 'early'],
    [8200, 'waiting'],
    [9999, 'waiting'],
    [10_000, 'open'],
    [19_999, 'open'],
    [20_000, 'closed'],
    [Number.MAX_SAFE_INTEGER, 'closed'],
  ] as const)('[TIME-1] at %i is %s: the start belongs to it, the end does not', (now, phase) => {
    expect(sessionPhase(theory, now)).toBe(phase);
  });

  it('[TIME-1] has time left until its end and never less than none', () => {
    expect([0, 19_999, 20_000, 30_000].map((now) => remainingMs(theory, now))).toEqual([20_000, 1, 0, 0]);
  });
});

describe('the current session', () => {
  const day = [skills, theory];
  const everything = new Set(['theory', 'skills']);
  const at = (now: number, ...handedIn: string[]) =>
    currentSession(day, { opened: everything, handedIn: new Set(handedIn) }, now)?.id ?? null;

  it('is the first that is neither handed in nor over, however the day is listed', () => {
    expect([at(0), at(15_000), at(20_000), at(39_999), at(40_000)]).toEqual([
      'theory',
      'theory',
      'skills',
      'skills',
      null,
    ]);
  });

  it('moves on when a session is handed in', () => {
    expect(at(15_000, 'theory')).toBe('skills');
    expect(at(15_000, 'theory', 'skills')).toBeNull();
  });

  it('is not one that was missed: after its latest entry only who has opened it sits it', () => {
    const of = (opened: string[], now: number) =>
      currentSession(day, { opened: new Set(opened), handedIn: new Set() }, now)?.id ?? null;
    expect([of([], 12_999), of([], 13_000), of(['theory'], 13_000)]).toEqual(['theory', 'skills', 'theory']);
    expect([mayOpen(theory, 12_999, false), mayOpen(theory, 13_000, false), mayOpen(theory, 13_000, true)]).toEqual([
      true,
      false,
      true,
    ]);
    expect([mayOpen(theory, 9_999, true), mayOpen(theory, 20_000, true)]).toEqual([false, false]);
  });

  it('is never a submission: nobody sits that', () => {
    const thesis = liveSession('thesis', 0, 99_000, { mode: 'submission' });
    expect(currentSession([thesis], { opened: new Set(), handedIn: new Set() }, 1)).toBeNull();
  });

  it('does not reorder the list it is given', () => {
    currentSession(day, { opened: new Set(), handedIn: new Set() }, 0);
    expect(day).toEqual([skills, theory]);
  });
});

describe('what becomes of an entry', () => {
  it.each([
    ['written and received in time', 19_999, 19_999, 'accepted'],
    ['written in time, received at the end', 19_999, 20_000, 'late_synced'],
    ['written in time, received an hour later', 15_000, 3_620_000, 'late_synced'],
    ['written at the end', 20_000, 20_000, 'after_deadline'],
    ['written after the end by a clock that runs ahead', 20_001, 19_000, 'after_deadline'],
  ] as const)('[TIME-2] %s', (_, at, receivedAt, verdict) => {
    expect(entryVerdict(theory, at, receivedAt)).toBe(verdict);
  });
});
