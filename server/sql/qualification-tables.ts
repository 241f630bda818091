import type { QualificationStep } from '../../shared/domain/qualification.ts';
import type { Ground } from '../../shared/domain/training/scene.ts';

/** The tables of qualification and training; see tables.ts. Only ever added to. */
export interface QualificationTables {
  qualification: {
    seq: number;
    at: number;
    by_name: string;
    /** Null: the rules, which are about everybody. */
    staff_id: string | null;
    run_id: string | null;
    kind: QualificationStep['kind'];
    step_json: string;
    prev: string;
    hash: string;
  };
  /** Numbered from 1 within its run. `at`: on the exam centre's clock. */
  training_flag: {
    run_id: string;
    number: number;
    at: number;
    place: number;
    ground: Ground | null;
    note: string;
  };
}
