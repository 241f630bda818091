import type { XConnection } from './x-connection.ts';

/** Where requests to the window manager go: to the root, for those who redirect its children. */
const SUBSTRUCTURE = 0x18_0000;
const CLIENT_MESSAGE = 33;

/** Asks the window manager for something about a window, as a taskbar does (EWMH). Resolves when it was sent. */
export async function askWindowManager(
  x: XConnection,
  window: number,
  message: string,
  ...data: number[]
): Promise<void> {
  const event = Buffer.alloc(32);
  event.writeUInt8(CLIENT_MESSAGE, 0);
  event.writeUInt8(32, 1);
  event.writeUInt32LE(window, 4);
  event.writeUInt32LE(await x.atom(message), 8);
  for (const [index, value] of data.entries()) event.writeUInt32LE(value >>> 0, 12 + index * 4);
  x.client.SendEvent(x.root, 0, SUBSTRUCTURE, event);
  await x.settled();
}
