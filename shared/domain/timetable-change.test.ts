import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../support/sha256.ts';
import { GENESIS } from './entry.ts';
import { liveSession } from './session.fixture.ts';
import type { Session } from './timetable.ts';
import {
  intactPlanLinks,
  type PlanCircumstances,
  type PlanLink,
  planFaults,
  planLinkText,
  replanned,
  type SessionPlan,
  timesOf,
} from './timetable-change.ts';

const theory = liveSession('theory', 100, 200, { entryFrom: 70, entryUntil: 130, handInFrom: 130 });
const skills = liveSession('skills', 230, 350, { entryFrom: 200, entryUntil: 260, handInFrom: 260, kind: 'skills' });
const thesis = liveSession('thesis', 20, 400, { entryFrom: 20, mode: 'submission', kind: 'review' });
const sessions = [theory, skills, thesis];

const planOf = (session: Session, different: Partial<SessionPlan> = {}): SessionPlan => ({
  ...timesOf(session),
  betweenSessions: 'locked',
  ...different,
});
const faults = (session: Session, different: Partial<SessionPlan>, around: Partial<PlanCircumstances> = {}) =>
  planFaults(planOf(session, different), {
    ...{ now: 10, session, examination: { sessions, betweenSessions: 'locked' as const } },
    ...{ entered: false, elsewhere: [], ...around },
  }).map(({ kind, sessionId }) => (sessionId ? `${kind} ${sessionId}` : kind));
/** The session that much later. */
const later = (session: Session, by: number): Partial<SessionPlan> =>
  Object.fromEntries(Object.entries(timesOf(session)).map(([name, at]) => [name, at + by]));

describe('[TIME-5] a session may be planned anew', () => {
  it('until the second its entry opens, and not from then on', () => {
    expect(faults(skills, later(skills, 5), { now: 199 })).toEqual([]);
    expect(faults(skills, later(skills, 5), { now: 200 })).toEqual(['begun']);
  });

  it('while another session of the day is being sat', () => {
    expect(faults(skills, later(skills, 60), { now: 150 })).toEqual([]);
  });

  it('[TIME-1] not once somebody has entered it, however far its entry has been put off', () => {
    expect(faults(skills, later(skills, 5), { entered: true })).toEqual(['entered']);
  });

  it('not to what it is already', () => {
    expect(faults(theory, {})).toEqual(['unchanged']);
  });

  it('not into the past', () => {
    const started = { entryFrom: 20, startsAt: 40, entryUntil: 60, handInFrom: 60 };
    expect(faults(theory, started, { now: 39 })).toEqual([]);
    expect(faults(theory, started, { now: 40 })).toEqual(['past']);
  });
});

describe('[TIME-5] the times of a session are in order', () => {
  it.each<[Partial<SessionPlan>, string[]]>([
    [{ entryFrom: 100 }, []],
    [{ entryFrom: 101 }, ['entry_after_start']],
    [{ endsAt: 100, entryUntil: 100, handInFrom: 100 }, ['end_before_start', 'latest_entry_outside']],
    [{ entryUntil: 100 }, ['latest_entry_outside']],
    [{ entryUntil: 201 }, ['latest_entry_outside']],
    [{ entryUntil: 200, handInFrom: 200 }, []],
    [{ handInFrom: 100 }, []],
    [{ handInFrom: 99 }, ['hand_in_outside']],
    [{ handInFrom: 201 }, ['hand_in_outside']],
  ])('%j: %j', (different, expected) => {
    expect(faults(theory, different)).toEqual(expected);
  });

  it('a submission has a start and an end and no other time', () => {
    expect(faults(thesis, { endsAt: 500, entryUntil: 500 })).toEqual([]);
    expect(faults(thesis, { endsAt: 500 })).toEqual(['latest_entry_outside']);
    expect(faults(thesis, { startsAt: 30 })).toEqual(['entry_after_start', 'hand_in_outside']);
  });
});

describe('[TIME-5] nobody has to sit two sessions at once', () => {
  it('of one examination: the end of one may be the start of the next', () => {
    expect(faults(theory, { endsAt: 230 })).toEqual([]);
    expect(faults(theory, { endsAt: 231 })).toEqual(['overlap skills']);
    expect(faults(skills, { startsAt: 200 })).toEqual([]);
  });

  it('of two examinations that one person sits', () => {
    const other = liveSession('other-theory', 190, 195);
    expect(faults(theory, { endsAt: 190, entryUntil: 190 }, { elsewhere: [other] })).toEqual([]);
    expect(faults(theory, { endsAt: 191 }, { elsewhere: [other] })).toEqual(['overlap other-theory']);
  });

  it('and a file may be handed in beside any of them', () => {
    expect(faults(thesis, { endsAt: 150, entryUntil: 150 }, { now: 5 })).toEqual([]);
  });
});

it('[TIME-5] what happens in a break is settled once the first live session lets people in', () => {
  expect(faults(skills, { betweenSessions: 'released' }, { now: 69 })).toEqual([]);
  expect(faults(skills, { betweenSessions: 'released' }, { now: 70 })).toEqual(['break_begun']);
  expect(faults(skills, later(skills, 5), { now: 70 })).toEqual([]);
});

async function logOf(...changes: [Session, Partial<SessionPlan>, string][]): Promise<PlanLink[]> {
  const links: PlanLink[] = [];
  const standing = new Map<string, SessionPlan>();
  for (const [index, [session, different, why]] of changes.entries()) {
    const from = standing.get(session.id) ?? planOf(session);
    const to = { ...from, ...different };
    standing.set(session.id, to);
    const link = { seq: index + 1, at: index, by: '考务', sessionId: session.id, from, to, why };
    const text = { ...link, prev: links.at(-1)?.hash ?? GENESIS };
    links.push({ ...text, hash: await sha256Hex(planLinkText(text)) });
  }
  return links;
}

describe('[TIME-5] the log of the timetable', () => {
  it('tells a change, a gap and a line that was put in', async () => {
    const links = await logOf([skills, { startsAt: 240 }, '停电'], [skills, { startsAt: 250 }, '还没有来电']);
    const [first, second] = links;
    if (!first || !second) throw new Error('no links');
    expect(await intactPlanLinks(links)).toBe(2);
    expect(await intactPlanLinks([first, { ...second, why: '别的原因' }])).toBe(1);
    expect(await intactPlanLinks([second])).toBe(0);
  });

  it('says of a session when it was announced for and why that does not hold, but not once it does again', async () => {
    const links = await logOf(
      [skills, { startsAt: 240, endsAt: 360 }, '停电'],
      [theory, { handInFrom: 110 }, '允许早交卷'],
      [skills, { startsAt: 250 }, '还没有来电'],
    );
    const now = [theory, { ...skills, startsAt: 250, endsAt: 360 }];
    expect(replanned(now, links)).toEqual([{ sessionId: 'skills', startsAt: 230, endsAt: 350, why: '还没有来电' }]);
    expect(replanned([skills], links)).toEqual([]);
  });
});
