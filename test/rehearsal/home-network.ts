import { connect, createServer, type Socket } from 'node:net';

/** The candidate's way to the exam centre: a TCP relay that can be cut and mended. */
export interface HomeNetwork {
  port: number;
  /** Connections are reset and new ones refused, as when the router loses its line. */
  cut(): void;
  /** Cuts by itself once the candidate has sent this many bytes from now on. */
  cutAfter(bytes: number): void;
  mend(): void;
  close(): Promise<void>;
}

export async function startHomeNetwork(serverPort: number): Promise<HomeNetwork> {
  const open = new Set<Socket>();
  let whole = true;
  let left = Number.POSITIVE_INFINITY;
  const relay = createServer((client) => {
    if (!whole) {
      client.resetAndDestroy();
      return;
    }
    const upstream = connect(serverPort, '127.0.0.1');
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
    client.on('data', (part) => {
      left -= part.length;
      if (left <= 0) cut();
    });
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((listening) => relay.listen(0, '127.0.0.1', listening));
  const address = relay.address();
  if (address === null || typeof address === 'string') throw new Error('the relay has no port');
  const reset = () => {
    for (const socket of open) socket.resetAndDestroy();
  };
  const cut = () => {
    whole = false;
    left = Number.POSITIVE_INFINITY;
    reset();
  };
  return {
    port: address.port,
    cut,
    cutAfter(bytes) {
      left = bytes;
    },
    mend() {
      whole = true;
    },
    close: () =>
      new Promise((closed) => {
        relay.close(() => closed());
        reset();
      }),
  };
}
