import type { Line, Stream } from './line.ts';
import type { Packet } from './packets.ts';
import type { Cancel } from './timeline.ts';

/** The part of socket.io's client that the exam window calls, over a simulated line: same order, same silences. */
export interface HomeSocket {
  readonly connected: boolean;
  readonly active: boolean;
  io: { engine: { close(): void } };
  on(name: string, listener: (payload: never) => void): void;
  connect(): HomeSocket;
  disconnect(): HomeSocket;
  timeout(ms: number): { emitWithAck(name: string, body: unknown): Promise<unknown> };
}

interface Parts {
  line: Line;
  namespace: string;
  auth: unknown;
  after(ms: number, task: () => void): Cancel;
  random(): number;
}

interface Asked {
  text: string;
  sent: boolean;
  resolve(reply: unknown): void;
  reject(cause: Error): void;
}

/** `timeout` of socket.io's manager. */
const CONNECT_MS = 20_000;
/** reconnectionDelay 500, reconnectionDelayMax 5000, randomizationFactor 0.5: as in renderer/exam/main.tsx. */
const retryDelay = (tries: number, random: () => number) => Math.min(5_000, 500 * 2 ** tries) * (0.5 + random());

export function createHomeSocket({ line, namespace, auth, after, random }: Parts): HomeSocket {
  const listeners = new Map<string, ((payload: never) => void)[]>();
  const asked = new Map<number, Asked>();
  let stream: Stream | null = null;
  let connected = false;
  let active = false;
  let tries = 0;
  let lastId = 0;
  let cancelRetry: Cancel = () => {};

  const tell = (name: string, payload: unknown) => {
    for (const listener of listeners.get(name) ?? []) listener(payload as never);
  };
  const put = (packet: Packet) => stream?.send('home', JSON.stringify(packet));

  function flush(): void {
    if (!connected) return;
    for (const request of asked.values()) {
      if (!request.sent) stream?.send('home', request.text);
      request.sent = true;
    }
  }

  function left(why: string): void {
    const was = connected;
    stream = null;
    connected = false;
    // socket.io never repeats by itself what it has sent.
    for (const [id, request] of asked) {
      if (!request.sent) continue;
      asked.delete(id);
      request.reject(new Error('socket has been disconnected'));
    }
    if (was) tell('disconnect', why);
  }

  function retry(): void {
    cancelRetry();
    cancelRetry = after(retryDelay(tries, random), open);
    tries += 1;
  }

  const receive: { [Kind in Packet['kind']]?: (packet: Extract<Packet, { kind: Kind }>) => void } = {
    connected() {
      connected = true;
      tries = 0;
      tell('connect', undefined);
      flush();
    },
    refused({ message, data }) {
      active = false;
      stream?.close('home');
      stream = null;
      tell('connect_error', Object.assign(new Error(message), { data }));
    },
    event: ({ name, body }) => tell(name, body),
    ack({ id, reply }) {
      const request = asked.get(id);
      asked.delete(id);
      request?.resolve(reply);
    },
    disconnect() {
      active = false;
      stream?.close('home');
      left('io server disconnect');
    },
  };

  function open(): void {
    if (stream || !active) return;
    const mine = line.dial({
      message(text) {
        if (stream !== mine) return;
        const packet = JSON.parse(text) as Packet;
        receive[packet.kind]?.(packet as never);
      },
      closed() {
        if (stream !== mine) return;
        const was = connected;
        left('transport close');
        if (!was) tell('connect_error', new Error('xhr poll error'));
        if (active) retry();
      },
    });
    stream = mine;
    put({ kind: 'connect', namespace, auth });
    after(CONNECT_MS, () => {
      if (stream !== mine || connected) return;
      stream.close('home');
      stream = null;
      tell('connect_error', new Error('timeout'));
      if (active) retry();
    });
  }

  const socket: HomeSocket = {
    get connected() {
      return connected;
    },
    get active() {
      return active;
    },
    io: {
      engine: {
        close() {
          stream?.close('home');
          left('transport close');
          if (active) retry();
        },
      },
    },
    on(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    },
    connect() {
      active = true;
      open();
      return socket;
    },
    disconnect() {
      active = false;
      cancelRetry();
      stream?.close('home');
      left('io client disconnect');
      return socket;
    },
    timeout: (ms) => ({
      emitWithAck: (name, body) =>
        new Promise((resolve, reject) => {
          lastId += 1;
          const id = lastId;
          const text = JSON.stringify({ kind: 'event', name, body, id } satisfies Packet);
          const cancel = after(ms, () => {
            asked.delete(id);
            reject(new Error('operation has timed out'));
          });
          const settle =
            <Value>(work: (value: Value) => void) =>
            (value: Value) => {
              cancel();
              work(value);
            };
          asked.set(id, { text, sent: false, resolve: settle(resolve), reject: settle(reject) });
          flush();
        }),
    }),
  };
  return socket;
}
