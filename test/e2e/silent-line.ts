import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to the exam centre that can fall silent as a phone's network does: nothing is refused and nothing arrives. */
export interface SilentLine {
  origin: string;
  fallSilent(on: boolean): void;
  close(): void;
}

export async function openSilentLine(port: number): Promise<SilentLine> {
  const open = new Set<Socket>();
  let silent = false;
  const hold = (socket: Socket): void => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const relay = createServer((client) => {
    hold(client);
    if (silent) return void client.pause();
    const upstream = connect(port, '127.0.0.1');
    hold(upstream);
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
    client.pipe(upstream).pipe(client);
  }).listen(0, '127.0.0.1');
  await once(relay, 'listening');
  return {
    origin: `https://127.0.0.1:${(relay.address() as AddressInfo).port}`,
    fallSilent(on) {
      silent = on;
      // What was on its way when the network went is lost for good; TCP would bring it later, so the sockets go instead.
      if (!on) for (const socket of open) socket.destroy();
      else for (const socket of open) socket.unpipe().pause();
    },
    close() {
      for (const socket of open) socket.destroy();
      relay.close();
    },
  };
}
