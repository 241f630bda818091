import { useSyncExternalStore } from 'react';

/** Where in the console somebody is; kept in the address so that a reload and the back button work. */
export type ConsoleRoute =
  | { page: 'wall' }
  | { page: 'candidate'; admissionNo: string }
  | { page: 'events'; admissionNo: string | null }
  | { page: 'messages' }
  /** `at`: the moment to look at, on the server's clock. */
  | { page: 'review'; attemptId: string | null; at: number | null }
  | { page: OfficePage };

/** Pages of those who prepare the examination or mark it; each role has some of them. */
export const OFFICE_PAGES = [
  'cases',
  'assignment',
  'training',
  'qualification',
  'staff',
  'help',
  'timetable',
  'papers',
  'roster',
  'theses',
  'answer-files',
  'programs',
  'violation-rules',
  'markers',
  'results',
  'retention',
  'marking',
] as const;
export type OfficePage = (typeof OFFICE_PAGES)[number];

export function parseRoute(hash: string): ConsoleRoute {
  const [page, argument, moment] = hash.replace(/^#\/?/, '').split('/');
  if (page === 'candidate' && argument) return { page, admissionNo: decodeURIComponent(argument) };
  if (page === 'events') return { page, admissionNo: argument ? decodeURIComponent(argument) : null };
  if (page === 'review') {
    const at = Number(moment);
    return { page, attemptId: argument ? decodeURIComponent(argument) : null, at: moment && at > 0 ? at : null };
  }
  const office = OFFICE_PAGES.find((each) => each === page);
  if (office) return { page: office };
  return page === 'messages' ? { page } : { page: 'wall' };
}

export function routeHash(route: ConsoleRoute): string {
  if (route.page === 'wall') return '#/';
  if (route.page === 'review') {
    const { attemptId, at } = route;
    return ['#/review', attemptId && encodeURIComponent(attemptId), at].filter((part) => part !== null).join('/');
  }
  const argument = 'admissionNo' in route && route.admissionNo ? `/${encodeURIComponent(route.admissionNo)}` : '';
  return `#/${route.page}${argument}`;
}

export function goTo(route: ConsoleRoute): void {
  location.hash = routeHash(route);
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

export function useRoute(): ConsoleRoute {
  return parseRoute(useSyncExternalStore(subscribe, () => location.hash));
}
