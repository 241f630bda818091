import { useSyncExternalStore } from 'react';

/** Where in the console the proctor is; kept in the address so that a reload and the back button work. */
export type ConsoleRoute =
  | { page: 'wall' }
  | { page: 'candidate'; admissionNo: string }
  | { page: 'events'; admissionNo: string | null }
  | { page: 'messages' };

export function parseRoute(hash: string): ConsoleRoute {
  const [page, argument] = hash.replace(/^#\/?/, '').split('/');
  if (page === 'candidate' && argument) return { page, admissionNo: decodeURIComponent(argument) };
  if (page === 'events') return { page, admissionNo: argument ? decodeURIComponent(argument) : null };
  return page === 'messages' ? { page } : { page: 'wall' };
}

export function routeHash(route: ConsoleRoute): string {
  if (route.page === 'wall') return '#/';
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
