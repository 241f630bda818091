import type { EntryBody } from '../../../shared/domain/entry.ts';
import type { RearFault } from '../../../shared/domain/rear-view.ts';

const ABOUT_LIGHT: ReadonlySet<RearFault> = new Set(['too_dark', 'too_bright']);

/** What the proctor is told while the exam is sat: a circumstance, no reproach (`finding-class.ts`). */
export const rearFinding = (fault: RearFault): EntryBody => ({
  type: 'violation',
  kind: ABOUT_LIGHT.has(fault) ? 'poor_light' : 'rear_view_misplaced',
  durationMs: 0,
  detail: { camera: 'rear', cause: `rear_${fault}` },
});
