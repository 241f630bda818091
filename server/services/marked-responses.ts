import { type Claim, type GivenMark, settleMarks, standingMarks } from '../../shared/domain/marking.ts';
import { itemsOf } from '../../shared/domain/paper.ts';
import type { Narrowed } from '../sql/marking.ts';
import type { Row } from '../sql/tables.ts';
import { type HandedResponse, handedResponses, type ResponseSource } from './handed-responses.ts';

/** A mark as it is stored, in the words of the rules. */
export type StoredMark = GivenMark & Pick<Row<'mark'>, 'criteria_json' | 'comment' | 'at'> & { markerName: string };

/** A response that markers read, with everything that was done about it. */
export interface MarkedResponse extends HandedResponse {
  /** All that were ever given, oldest first. */
  given: StoredMark[];
  /** Those that count, in the order of rounds. */
  standing: StoredMark[];
  /** Null while a marker is needed. */
  points: number | null;
  claims: (Claim & Pick<Row<'marking_claim'>, 'response_hash' | 'until'>)[];
  /** How far apart two marks may be. */
  limit: number;
}

const placeOf = (attemptId: string, itemId: string) => `${attemptId} ${itemId}`;

function grouped<Stored extends { attempt_id: string; item_id: string }>(rows: readonly Stored[]) {
  const groups = new Map<string, Stored[]>();
  for (const row of rows) {
    const place = placeOf(row.attempt_id, row.item_id);
    groups.set(place, [...(groups.get(place) ?? []), row]);
  }
  return groups;
}

/** The responses to the written items of a session that hold something to read. */
export async function markedResponses(
  source: ResponseSource,
  sessionId: string,
  narrowed: Narrowed,
): Promise<MarkedResponse[]> {
  const { all, book } = source;
  if (!book.hasPaper(sessionId)) return [];
  const { key, marking, paper } = book.paper(sessionId);
  const worth = new Map(itemsOf(paper).map(({ id, points }) => [id, points]));
  const marks = grouped(await all.marksOfSession(sessionId, narrowed));
  const claims = grouped(await all.claimsOfSession(sessionId, narrowed));
  const responses = await handedResponses(source, sessionId, narrowed);
  return responses
    .filter(({ itemId }) => key[itemId]?.kind === 'rubric')
    .map((response) => {
      const place = placeOf(response.attemptId, response.itemId);
      const limit = marking.differenceLimit * (worth.get(response.itemId) ?? 0);
      const given = (marks.get(place) ?? []).map(
        ({ marker_id: markerId, marker_name: markerName, response_hash: responseHash, ...mark }): StoredMark => ({
          ...{ markerId, markerName, responseHash, points: mark.points, round: mark.round },
          ...{ criteria_json: mark.criteria_json, comment: mark.comment, at: mark.at },
        }),
      );
      const standing = standingMarks(given, response.hash);
      const settlement = settleMarks(standing, limit);
      return {
        ...response,
        ...{ given, standing, limit },
        points: settlement.state === 'settled' ? settlement.points : null,
        claims: (claims.get(place) ?? []).map((claim) => ({ ...claim, markerId: claim.marker_id })),
      };
    });
}
