import type { Attempt } from '../../../shared/contract/views.ts';
import type { RearFault } from '../../../shared/domain/rear-view.ts';
import { failed, passed, type Verdict, warned } from './verdict.ts';

/** Annex 4, section 3: the second view, and what its picture shows. Null while no phone has been there yet. */
export function phoneVerdict(phone: Attempt['phone'], fault: RearFault | null): Verdict | null {
  if (phone === 'live') return fault ? warned('rear_picture', 1) : passed(1);
  return phone === 'lost' ? failed('interrupted', 0) : null;
}
