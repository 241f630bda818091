import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../services/ports.ts';
import type { Metrics } from './metrics.ts';

export interface MetricsListener {
  port: number;
  close(): Promise<void>;
}

/**
 * Serves the figures at `/metrics`, without a token: they name nobody. Whoever gathers them from elsewhere comes through a tunnel, a
 * proxy that asks who it is, or a network of the servers' own.
 */
export async function listenForMetrics(
  metrics: Metrics,
  { host, port }: { host: string; port: number },
  log: Log,
): Promise<MetricsListener> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      ({ type, text }) => response.writeHead(200, { 'content-type': type }).end(text),
      (cause: unknown) => {
        log.error({ err: cause }, 'the figures could not be read');
        response.writeHead(500).end();
      },
    );
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
