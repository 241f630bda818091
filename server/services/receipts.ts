import type { Receipt } from '../../shared/contract/views.ts';
import { hashResponses } from '../../shared/domain/fold.ts';
import { scoreObjective } from '../../shared/domain/scoring.ts';
import type { Queries } from '../sql/storage.ts';
import type { Row } from '../sql/tables.ts';
import type { ExaminationBook } from './examination-book.ts';
import type { RandomSource } from './ports.ts';
import { freeReceiptNumber } from './receipt-number.ts';

export interface Receipts {
  /** Folds, scores and writes the receipt of a session that has none yet. Runs in the caller's transaction. */
  write(
    all: Queries,
    attemptId: string,
    sessionId: string,
    handed: Pick<Receipt, 'handedInAt' | 'handedInBy'>,
  ): Promise<Row<'receipt'>>;
  /** Folds and scores again. Returns the receipt as it stands then. */
  revise(all: Queries, receipt: Row<'receipt'>): Promise<Row<'receipt'>>;
}

export function createReceipts({ book, random }: { book: ExaminationBook; random: RandomSource }): Receipts {
  const assess = async (all: Queries, attemptId: string, sessionId: string) => {
    const { responses } = (await all.readAnswers(attemptId)).state;
    const { paper, key, itemIds } = book.paper(sessionId);
    const score = scoreObjective(paper, key, responses);
    const responses_hash = await hashResponses(responses, itemIds);
    return {
      attempt_id: attemptId,
      session_id: sessionId,
      responses_hash,
      answered: score.answered,
      score_json: JSON.stringify(score),
    };
  };
  return {
    async write(all, attemptId, sessionId, { handedInAt, handedInBy }) {
      const row: Row<'receipt'> = {
        ...(await assess(all, attemptId, sessionId)),
        receipt_no: await freeReceiptNumber(all, handedInAt, random),
        handed_in_at: handedInAt,
        handed_in_by: handedInBy,
      };
      await all.insertReceipt(row);
      return row;
    },
    async revise(all, receipt) {
      const revised = await assess(all, receipt.attempt_id, receipt.session_id);
      if (revised.responses_hash !== receipt.responses_hash) await all.updateReceipt(revised);
      return { ...receipt, ...revised };
    },
  };
}
