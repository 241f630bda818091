import type { Generated } from 'kysely';
import type { Round } from '../../shared/domain/marking.ts';

/** The tables of marking and results; see tables.ts. Marks, assignments and annotations are only ever added to. */
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
  /** Who marks which session: of each pair the last row counts. */
  marking_assignment: {
    position: Generated<number>;
    session_id: string;
    marker_id: string;
    assigned: 0 | 1;
    /** The organiser; null for what the roster file said. */
    by_id: string | null;
    at: number;
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
