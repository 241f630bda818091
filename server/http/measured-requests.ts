import type { Measures, Outcome } from '../services/ports.ts';
import type { App } from './app.ts';

const outcomeOf = (status: number): Outcome => (status < 400 ? 'done' : status < 500 ? 'refused' : 'failed');

/** Takes down how long each request took, by its route: of an address that is none, only that there was one. */
export function measureRequests(app: App, measures: Measures): void {
  app.addHook('onResponse', async ({ method, routeOptions: { url } }, { statusCode, elapsedTime }) => {
    measures.answered(
      'http',
      url === undefined ? 'of no route' : `${method} ${url}`,
      outcomeOf(statusCode),
      elapsedTime,
    );
  });
}
