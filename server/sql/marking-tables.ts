import type { Generated } from 'kysely';
import type { Round } from '../../shared/domain/marking.ts';

/** The tables of marking and results; see tables.ts. Marks and annotations are only ever added to. */
export interface MarkingTables {
  mark: {
    position: Generated<number>;
    attempt_id: string;
    session_id: string;
    item_id: string;
    /** Of the response it was given for. */
    response_hash: string;
    round: Round;
    marker_id: string;
    points: number;
    criteria_json: string;
    comment: string;
    at: number;
  };
  marking_code: { code: string; attempt_id: string; session_id: string; item_id: string };
  marking_claim: {
    attempt_id: string;
    session_id: string;
    item_id: string;
    round: Round;
    marker_id: string;
    response_hash: string;
    until: number;
  };
  result_annotation: {
    position: Generated<number>;
    attempt_id: string;
    session_id: string;
    text: string;
    by_name: string;
    at: number;
  };
}
