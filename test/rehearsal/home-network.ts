import { connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** The candidate's way to the exam centre: a TCP relay that can be cut and mended, and be worse than cut. */
export interface HomeNetwork {
  port: number;
  /** Connections are reset and new ones refused, as when the router loses its line. */
  cut(): void;
  /** Cuts by itself once the candidate has sent this many bytes from now on. */
  cutAfter(bytes: number): void;
  /** Everything is dropped and nobody is told: half-open on both sides, as when a router forgot its connections. */
  silence(): void;
  /** Nothing passes and nothing is lost: all of it comes at once when the line is mended, if anybody still waits. */
  stall(): void;
  /** Everything takes so long in each direction, in its order. */
  delay(ms: number): void;
  /** So many bytes a second in each direction of each connection. */
  throttle(bytesPerSecond: number): void;
  /** Half of what the candidate sends next passes, then its connection is reset: in the middle of a frame. */
  resetInFrame(): void;
  /** The line is whole again. Connections it was silent on are reset, since nobody sends again what they lost. */
  mend(): void;
  close(): Promise<void>;
}

export async function startHomeNetwork(serverPort: number): Promise<HomeNetwork> {
  const open = new Set<Socket>();
  let state: 'whole' | 'cut' | 'silent' | 'stalled' = 'whole';
  const held: (() => void)[] = [];
  let left = Number.POSITIVE_INFINITY;
  let bytesPerSecond = Number.POSITIVE_INFINITY;
  let delayMs = 0;
  let breaking = false;

  /** One direction of one connection. */
  const direction = (fromCandidate: boolean): Transform =>
    new Transform({
      transform(part: Buffer, _, done) {
        if (state === 'silent') done();
        else if (state === 'stalled') held.push(() => done(null, part));
        else if (fromCandidate && breaking) {
          breaking = false;
          done(null, part.subarray(0, Math.ceil(part.length / 2)));
          setImmediate(reset);
        } else if (delayMs > 0) {
          setTimeout(() => this.push(part), delayMs);
          done();
        } else if (bytesPerSecond === Number.POSITIVE_INFINITY) done(null, part);
        else setTimeout(() => done(null, part), (1_000 * part.length) / bytesPerSecond);
      },
      flush(done) {
        // Whoever is behind a silent line is not told that the other has gone.
        if (state !== 'silent') setTimeout(done, delayMs);
      },
    });
  const relay = createServer((client) => {
    if (state === 'cut') {
      client.resetAndDestroy();
      return;
    }
    const upstream = connect(serverPort, '127.0.0.1');
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(socket);
      const gone = (): void => {
        open.delete(socket);
        if (state !== 'silent') other.destroy();
      };
      socket.on('error', gone);
      socket.on('close', gone);
    }
    client.on('data', (part) => {
      left -= part.length;
      if (left <= 0) cut();
    });
    client.pipe(direction(true)).pipe(upstream).pipe(direction(false)).pipe(client);
  });
  await new Promise<void>((listening) => relay.listen(0, '127.0.0.1', listening));
  const address = relay.address();
  if (address === null || typeof address === 'string') throw new Error('the relay has no port');
  const reset = () => {
    for (const socket of open) socket.resetAndDestroy();
  };
  const cut = () => {
    state = 'cut';
    left = Number.POSITIVE_INFINITY;
    reset();
  };
  return {
    port: address.port,
    cut,
    cutAfter(bytes) {
      left = bytes;
    },
    silence() {
      state = 'silent';
    },
    stall() {
      state = 'stalled';
    },
    delay(ms) {
      delayMs = ms;
    },
    throttle(rate) {
      bytesPerSecond = rate;
    },
    resetInFrame() {
      breaking = true;
    },
    mend() {
      const forgotten = state === 'silent';
      state = 'whole';
      bytesPerSecond = Number.POSITIVE_INFINITY;
      delayMs = 0;
      breaking = false;
      for (const pass of held.splice(0)) pass();
      if (forgotten) reset();
    },
    close: () =>
      new Promise((closed) => {
        relay.close(() => closed());
        reset();
      }),
  };
}
