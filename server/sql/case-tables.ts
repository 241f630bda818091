import type { CaseStep } from '../../shared/domain/adjudication.ts';

/** The table of adjudication; see tables.ts. Only ever added to. */
export interface CaseTables {
  case_step: {
    attempt_id: string;
    seq: number;
    case_id: string;
    at: number;
    by_json: string;
    kind: CaseStep['kind'];
    step_json: string;
    prev: string;
    hash: string;
  };
}
