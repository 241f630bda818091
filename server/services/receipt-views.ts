import type { SessionResult } from '../../shared/contract/results.ts';
import type { Receipt } from '../../shared/contract/views.ts';
import type { Row } from '../sql/tables.ts';

export const receiptOf = (row: Row<'receipt'>): Receipt => ({
  sessionId: row.session_id,
  receiptNo: row.receipt_no,
  handedInAt: row.handed_in_at,
  handedInBy: row.handed_in_by,
  responsesHash: row.responses_hash,
  answered: row.answered,
});

export const scoreOf = (row: Row<'receipt'>): SessionResult['score'] => JSON.parse(row.score_json);
