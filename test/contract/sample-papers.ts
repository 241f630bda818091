import { readFileSync } from 'node:fs';
import { type PlanFile, PlanFileSchema } from '../../server/start/sample-schema.ts';
import { PaperFileSchema } from '../../shared/contract/paper.ts';
import type { AssessmentComponent } from '../../shared/domain/assessment.ts';
import type { PaperFile } from '../../shared/domain/paper.ts';

export function sampleFile(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../assets/sample/${name}`, import.meta.url), 'utf8'));
}

export const samplePlan: PlanFile = PlanFileSchema.parse(sampleFile('plan.json'));

export interface SampleSession {
  examinationId: string;
  sessionId: string;
  /** The rows of annex 2 that this session assesses. */
  components: AssessmentComponent[];
  file: PaperFile;
}

/** Every session of the sample plan with its paper. */
export const sampleSessions: SampleSession[] = samplePlan.examinations.flatMap(({ id, sessions, components }) =>
  sessions.map((session) => ({
    examinationId: id,
    sessionId: session.id,
    components: components.filter((component) => component.session === session.kind),
    file: PaperFileSchema.parse(sampleFile(`papers/${session.id}.json`)),
  })),
);
