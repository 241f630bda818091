import type { AttemptEvent } from '../../shared/contract/views.ts';
import { damageCode, type JournalDamage } from '../../shared/domain/journal-damage.ts';

/** What the proctor's event says of a damaged journal: each stretch, and how many entries nobody has any more. */
export const damageDetail = (damages: readonly JournalDamage[]): AttemptEvent['detail'] => ({
  damages: damages.map(damageCode).join(', '),
  lost: damages.reduce((sum, { lost }) => sum + lost, 0),
});
