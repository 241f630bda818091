import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** The two ends of a view, as the relay knows them. */
export type ViewEnd = 'camera' | 'viewer';

interface Door {
  socket: Socket;
  /** Where the end behind this door really is. */
  end: { address: string; port: number } | null;
}

/** Carries the UDP of one view between its ends, and loses a share of it, the same packets in each run. */
export interface LossyRelay {
  /** The ICE candidate of an end, as the other end is to know it; null for one that the relay does not carry. */
  through(end: ViewEnd, candidate: string): string | null;
  counts(): { passed: number; lost: number };
  close(): void;
}

const OTHER: Record<ViewEnd, ViewEnd> = { camera: 'viewer', viewer: 'camera' };

/** A generator with a known course (Numerical Recipes): a test that fails once fails again. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export async function openLossyRelay(host: string, loss: number): Promise<LossyRelay> {
  const chance = chances(7);
  const counts = { passed: 0, lost: 0 };
  const open = async (): Promise<Door> => {
    const socket = createSocket('udp4');
    socket.bind(0, host);
    await once(socket, 'listening');
    return { socket, end: null };
  };
  const doors: Record<ViewEnd, Door> = { camera: await open(), viewer: await open() };
  for (const end of ['camera', 'viewer'] as const) {
    doors[end].socket.on('message', (packet) => {
      const behind = doors[end].end;
      if (!behind) return;
      if (chance() < loss) {
        counts.lost += 1;
        return;
      }
      counts.passed += 1;
      // From the other end's door: that is where the receiver believes its peer to be.
      doors[OTHER[end]].socket.send(packet, behind.port, behind.address);
    });
  }
  return {
    through(end, candidate) {
      const fields = candidate.split(' ');
      const [, , transport, , address = '', port, , kind] = fields;
      if (transport?.toLowerCase() !== 'udp' || kind !== 'host' || !/^[\d.]+$/.test(address)) return null;
      if (doors[end].end) return null;
      doors[end].end = { address, port: Number(port) };
      fields[4] = host;
      fields[5] = String(doors[end].socket.address().port);
      return fields.join(' ');
    },
    counts: () => ({ ...counts }),
    close() {
      for (const { socket } of Object.values(doors)) socket.close();
    },
  };
}
