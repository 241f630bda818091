import type { StaffRole } from '../../../shared/domain/staff.ts';
import type { ConsoleRoute } from '../route.ts';

/** What each role that has no wall may open, its first page first. */
export function officePagesOf(role: StaffRole): readonly ConsoleRoute[] {
  if (role === 'reviewer') return [{ page: 'cases' }, { page: 'review', attemptId: null, at: null }, { page: 'help' }];
  if (role === 'marker') return [{ page: 'marking' }, { page: 'help' }];
  return [
    { page: 'timetable' },
    { page: 'assignment' },
    { page: 'qualification' },
    { page: 'staff' },
    { page: 'papers' },
    { page: 'roster' },
    { page: 'theses' },
    { page: 'answer-files' },
    { page: 'programs' },
    { page: 'violation-rules' },
    { page: 'markers' },
    { page: 'results' },
    { page: 'cases' },
    { page: 'retention' },
    { page: 'help' },
  ];
}
