import type { Socket } from 'socket.io';
import type { Log, Processes } from '../services/ports.ts';
import { createTurns } from '../services/turns.ts';

/** Notes that a line is there, and returns its number among those of its holder. */
type Came = () => Promise<number>;
/** Null: it was never noted. */
type Went = (line: number | null) => Promise<void>;

export interface Connections {
  /**
   * The one connection of this holder: an earlier one that still hangs is closed without a word, at whichever process. `came` and
   * `went` run in the order things happened, and `went` only when no newer connection to this process has taken its place.
   */
  hold(holder: string, socket: Socket, came: Came, went: Went): void;
  /** Notes all lines again: the other processes took this one for dead. */
  noteAgain(): void;
  /** From now on nobody is reported as gone: it is the server that leaves. */
  stop(): void;
}

interface Held {
  socket: Socket;
  came: Came;
  /** The number of its line, once it is noted. */
  line: number | null;
  /** The highest number that another process told of. */
  latest: number;
}

export function createConnections(log: Log, processes: Processes): Connections {
  const current = new Map<string, Held>();
  const turns = createTurns();
  let stopped = false;
  const inTurn = (holder: string, work: () => Promise<void>) => {
    turns.run(holder, work).catch((cause) => log.error({ err: cause, holder }, 'a connection could not be recorded'));
  };
  // The line alone: two that came in the same moment may be noted the other way round, and whoever lives comes again.
  const closeIfTaken = ({ socket, line, latest }: Held) => {
    if (line !== null && line < latest) socket.conn.close();
  };
  const note = (holder: string, held: Held) =>
    inTurn(holder, async () => {
      const line = await held.came();
      held.line = line;
      processes.tell('line taken', { holder, line });
      closeIfTaken(held);
    });
  processes.hear('line taken', ({ holder, line }) => {
    const held = current.get(holder);
    if (!held) return;
    held.latest = Math.max(held.latest, line);
    closeIfTaken(held);
  });
  return {
    hold(holder, socket, came, went) {
      const earlier = current.get(holder);
      const held: Held = { socket, came, line: null, latest: 0 };
      current.set(holder, held);
      earlier?.socket.disconnect(true);
      note(holder, held);
      socket.on('disconnect', () => {
        if (stopped || current.get(holder) !== held) return;
        current.delete(holder);
        inTurn(holder, () => went(held.line));
      });
    },
    noteAgain() {
      for (const [holder, held] of current) note(holder, held);
    },
    stop() {
      stopped = true;
    },
  };
}
