import type { Attempt } from '../../../shared/contract/views.ts';
import { failed, passed, type Verdict } from './verdict.ts';

/** Annex 4, section 3: the second view. Null while no phone has been there yet. */
export function phoneVerdict(phone: Attempt['phone']): Verdict | null {
  if (phone === 'live') return passed(1);
  return phone === 'lost' ? failed('interrupted', 0) : null;
}
