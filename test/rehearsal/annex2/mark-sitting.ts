import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { Criterion } from '../../../shared/domain/paper.ts';
import type { SatSession, Sitting } from '../../annex2/sittings.ts';
import { exactly, type Figure } from '../figures.ts';
import type { Office } from './office.ts';

interface Place {
  sessionId: string;
  itemId: string;
}

/** Points shared out over the criteria, each filled before the next: what counts is their sum. */
function byCriteria(criteria: readonly Criterion[], points: number): Record<string, number> {
  let left = points;
  return Object.fromEntries(
    criteria.map((criterion) => {
      const given = Math.min(left, criterion.points);
      left -= given;
      return [criterion.id, given];
    }),
  );
}

/** The marker takes the next response of the item and gives it these points. False when there is none for this marker. */
export async function mark(marker: HttpClient, place: Place, points: number): Promise<boolean> {
  const { criteria } = await marker('markingMaterial', place);
  const { task } = await marker('nextResponse', place);
  if (!task) return false;
  const given = { points, criteria: byCriteria(criteria, points), comment: '', responseHash: task.responseHash };
  await marker('giveMark', given, { code: task.code });
  return true;
}

/** Two markers and, where the sitting has a third mark, a third: who is asked for one where none is due gets nothing. */
async function markSession({ markers: [first, second, third] }: Office, session: SatSession): Promise<Figure[]> {
  if (!first || !second || !third) throw new Error('the sample roster has fewer than three markers');
  let wrong = 0;
  for (const [itemId, marks] of Object.entries(session.marks)) {
    const place = { sessionId: session.sessionId, itemId };
    const read = [await mark(first, place, marks.first), await mark(second, place, marks.second)];
    const thirdWanted = marks.third !== null;
    const thirdRead = thirdWanted
      ? await mark(third, place, marks.third ?? 0)
      : (await third('nextResponse', place)).task !== null;
    if (read.includes(false) || thirdRead !== thirdWanted) wrong += 1;
  }
  // A session of choices has nothing for a marker, and nothing to say about one.
  if (Object.keys(session.marks).length === 0) return [];
  return [exactly(`${session.sessionId}: written answers that came to the wrong markers`, wrong, 'items', 0)];
}

/** Marks one candidate's sitting as it was marked by hand, and compares what the organiser then sees. */
export async function markSitting(office: Office, sitting: Sitting, admissionNo: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const session of sitting.sessions) figures.push(...(await markSession(office, session)));
  const { examination: examinationId } = sitting;
  const { candidates } = await office.organiser('examinationResults', {}, { examinationId });
  const mine = candidates.find((candidate) => candidate.admissionNo === admissionNo);
  for (const { sessionId, expected } of sitting.sessions) {
    const weighted = mine?.sessions.find((each) => each.sessionId === sessionId)?.weighted;
    for (const [component, points] of Object.entries(expected.components)) {
      const earned = weighted?.components.find((each) => each.component === component)?.earned ?? null;
      figures.push(exactly(`${sessionId}: ${component}, as computed by hand`, earned, 'points', points));
    }
    const score = weighted?.score ?? null;
    figures.push(exactly(`${sessionId}: result, as computed by hand`, score, 'points', expected.score));
  }
  return figures;
}
