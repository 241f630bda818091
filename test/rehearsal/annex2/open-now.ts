import type { PlanFile } from '../../../server/start/sample-schema.ts';

const MINUTE_MS = 60_000;
/** Long enough for every examination of annex 2 to be sat by a few windows at once. */
const OPEN_MINUTES = 90;

function inBeijing(at: number): { date: string; time: string } {
  const [date = '', time = ''] = new Date(at + 8 * 60 * MINUTE_MS).toISOString().split('T');
  return { date, time: time.slice(0, 5) };
}

/**
 * The plan as if all its sessions were open now and until later: whoever has handed in one goes on with the next without
 * waiting.
 */
export function openNow(plan: PlanFile, now: number): PlanFile {
  const [from, until] = [inBeijing(now), inBeijing(now + OPEN_MINUTES * MINUTE_MS)];
  const open = { date: from.date, start: from.time, endDate: until.date, end: until.time };
  return {
    ...plan,
    rules: { entryBefore: 60, entryAfter: OPEN_MINUTES, minimumStay: 0 },
    examinations: plan.examinations.map((examination) => ({
      ...examination,
      sessions: examination.sessions.map((session) => ({ ...session, ...open })),
    })),
  };
}
