import type { Socket } from 'socket.io';
import type { Log } from '../services/ports.ts';
import { createTurns } from '../services/turns.ts';

export interface Connections {
  /**
   * The one connection of this holder: an earlier one that still hangs is closed without a word. `came` and `went`
   * run in the order things happened, and `went` only when no newer connection has taken its place.
   */
  hold(holder: string, socket: Socket, came: () => Promise<void>, went: () => Promise<void>): void;
  /** From now on nobody is reported as gone: it is the server that leaves. */
  stop(): void;
}

export function createConnections(log: Log): Connections {
  const current = new Map<string, Socket>();
  const turns = createTurns();
  let stopped = false;
  const inTurn = (holder: string, work: () => Promise<void>) => {
    turns.run(holder, work).catch((cause) => log.error({ err: cause, holder }, 'a connection could not be recorded'));
  };
  return {
    hold(holder, socket, came, went) {
      const earlier = current.get(holder);
      current.set(holder, socket);
      earlier?.disconnect(true);
      inTurn(holder, came);
      socket.on('disconnect', () => {
        if (stopped || current.get(holder) !== socket) return;
        current.delete(holder);
        inTurn(holder, went);
      });
    },
    stop() {
      stopped = true;
    },
  };
}
