import type { QualificationLink, QualificationStep } from '../../shared/domain/qualification.ts';
import { canonicalJson } from '../../shared/support/canonical-json.ts';
import type { Row } from './tables.ts';

export const stepIn = ({ step_json }: Pick<Row<'qualification'>, 'step_json'>) =>
  JSON.parse(step_json) as QualificationStep;

/** A link from how it lies in its table. */
export const linkOf = (row: Row<'qualification'>): QualificationLink => {
  const { seq, at, by_name: by, staff_id: staffId, prev, hash } = row;
  return { seq, at, by, staffId, step: stepIn(row), prev, hash };
};

/** How a link lies in its table. */
export const qualificationRow = ({ by, staffId, step, ...link }: QualificationLink): Row<'qualification'> => ({
  ...{ ...link, by_name: by, staff_id: staffId, run_id: 'runId' in step ? step.runId : null },
  ...{ kind: step.kind, step_json: canonicalJson(step) },
});
