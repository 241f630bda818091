import type { StaffRole } from '../../../shared/domain/staff.ts';
import type { ConsoleRoute } from '../route.ts';

/** What each role that has no wall may open, its first page first. */
export function officePagesOf(role: Exclude<StaffRole, 'proctor'>): readonly ConsoleRoute[] {
  return role === 'organiser' ? [{ page: 'timetable' }, { page: 'roster' }] : [];
}
