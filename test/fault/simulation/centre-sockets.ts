import type { SocketServer } from '../../../server/socket/socket-server.ts';
import type { Listener, Stream } from './line.ts';
import type { Packet } from './packets.ts';

type Heard = (payload: unknown, acknowledge: (reply: unknown) => void) => void;

/** One socket as the server's own code sees it. */
interface ServerSocket {
  id: string;
  data: Record<string, unknown>;
  handshake: { auth: unknown };
  on(name: string, listener: Heard): void;
  emit(name: string, body: unknown): void;
  join(room: string): void;
  leave(room: string): void;
  disconnect(): void;
}

type Middleware = (socket: ServerSocket, next: (refusal?: Error & { data?: unknown }) => void) => unknown;

class SimulatedNamespace {
  readonly sockets = new Map<string, ServerSocket>();
  readonly adapter = { rooms: new Map<string, Set<string>>() };
  middleware: Middleware | null = null;
  connection: ((socket: ServerSocket) => void) | null = null;

  /** There is one process, so that whoever is meant is here. */
  get local() {
    return this;
  }
  use(middleware: Middleware): void {
    this.middleware = middleware;
  }
  on(_name: 'connection', listener: (socket: ServerSocket) => void): void {
    this.connection = listener;
  }
  to(room: string) {
    const members = [...(this.adapter.rooms.get(room) ?? [])];
    return { emit: (name: string, body: unknown) => this.each(members, (socket) => socket.emit(name, body)) };
  }
  private each(ids: readonly string[], work: (socket: ServerSocket) => void): void {
    for (const id of ids) {
      const socket = this.sockets.get(id);
      if (socket) work(socket);
    }
  }
}

/** The part of socket.io's server that server/socket calls, at the centre's end of simulated lines. */
export interface CentreSockets {
  io: SocketServer;
  /** A stream whose first packet asks for a socket. */
  accept(stream: Stream): Listener;
  /** The process has died: what its code still does reaches nobody. */
  die(): void;
}

export function createCentreSockets(): CentreSockets {
  const namespaces = new Map<string, SimulatedNamespace>();
  const of = (name: string) => {
    const namespace = namespaces.get(name) ?? new SimulatedNamespace();
    namespaces.set(name, namespace);
    return namespace;
  };
  let alive = true;
  let lastId = 0;

  function admit(stream: Stream, namespace: SimulatedNamespace, auth: unknown) {
    const heard = new Map<string, Heard[]>();
    let open = true;
    lastId += 1;
    const put = (packet: Packet) => {
      if (alive && open) stream.send('centre', JSON.stringify(packet));
    };
    const gone = () => {
      if (!open || !alive) return;
      open = false;
      namespace.sockets.delete(socket.id);
      for (const members of namespace.adapter.rooms.values()) members.delete(socket.id);
      for (const listener of heard.get('disconnect') ?? []) listener(undefined, () => {});
    };
    const socket: ServerSocket = {
      id: `socket-${lastId}`,
      data: {},
      handshake: { auth },
      on: (name, listener) => void heard.set(name, [...(heard.get(name) ?? []), listener]),
      emit: (name, body) => put({ kind: 'event', name, body, id: null }),
      join(room) {
        namespace.adapter.rooms.set(room, (namespace.adapter.rooms.get(room) ?? new Set()).add(socket.id));
      },
      leave: (room) => void namespace.adapter.rooms.get(room)?.delete(socket.id),
      disconnect() {
        put({ kind: 'disconnect' });
        if (alive) stream.close('centre');
        gone();
      },
    };
    const enter = (refusal?: Error & { data?: unknown }) => {
      if (refusal) {
        put({ kind: 'refused', message: refusal.message, data: refusal.data });
        open = false;
        return;
      }
      if (!open || !alive) return;
      namespace.sockets.set(socket.id, socket);
      put({ kind: 'connected' });
      namespace.connection?.(socket);
    };
    void namespace.middleware?.(socket, enter);
    return {
      gone,
      hear({ name, body, id }: Extract<Packet, { kind: 'event' }>) {
        const acknowledge = (reply: unknown) => {
          if (id !== null) put({ kind: 'ack', id, reply });
        };
        for (const listener of heard.get(name) ?? []) listener(body, acknowledge);
      },
    };
  }

  return {
    io: { of } as unknown as SocketServer,
    accept(stream) {
      let admitted: ReturnType<typeof admit> | null = null;
      return {
        message(text) {
          if (!alive) return;
          const packet = JSON.parse(text) as Packet;
          if (packet.kind === 'connect') admitted ??= admit(stream, of(packet.namespace), packet.auth);
          if (packet.kind === 'event') admitted?.hear(packet);
        },
        closed: () => admitted?.gone(),
      };
    },
    die() {
      alive = false;
    },
  };
}
