import type { DeletionStep, DeletionSubject } from '../../shared/domain/retention.ts';

/** The log of deletions; see tables.ts. Only ever added to. */
export interface RetentionTables {
  deletion: {
    seq: number;
    at: number;
    of_kind: DeletionSubject['kind'];
    of_id: string;
    examination_id: string;
    attempt_id: string | null;
    kind: DeletionStep['kind'];
    step_json: string;
    prev: string;
    hash: string;
  };
}
