import type { PlanFile } from '../../../server/start/sample-schema.ts';

const MINUTE_MS = 60_000;
/** Long enough for every examination of annex 2 to be sat by a few windows at once. */
const OPEN_MINUTES = 90;
/** Markers read a thesis once its last day is over: nobody should wait for that longer than for the sittings. */
const SUBMISSION_MINUTES = 4;

function inBeijing(at: number): { date: string; time: string } {
  const [date = '', time = ''] = new Date(at + 8 * 60 * MINUTE_MS).toISOString().split('T');
  return { date, time: time.slice(0, 5) };
}

/**
 * The plan as if all its sessions were open now and until later: whoever has handed in one goes on with the next without
 * waiting. A submission ends soon.
 */
export function openNow(plan: PlanFile, now: number): PlanFile {
  const from = inBeijing(now);
  const openFor = (minutes: number) => {
    const until = inBeijing(now + minutes * MINUTE_MS);
    return { date: from.date, start: from.time, endDate: until.date, end: until.time };
  };
  return {
    ...plan,
    rules: { entryBefore: 60, entryAfter: OPEN_MINUTES, minimumStay: 0 },
    examinations: plan.examinations.map((examination) => ({
      ...examination,
      sessions: examination.sessions.map((session) => ({
        ...session,
        ...openFor(session.mode === 'live' ? OPEN_MINUTES : SUBMISSION_MINUTES),
      })),
    })),
  };
}
