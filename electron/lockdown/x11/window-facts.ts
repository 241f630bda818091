import { readFile } from 'node:fs/promises';
import type { ForeignWindow } from '../foreign-window.ts';
import type { XConnection } from './x-connection.ts';

/** Whose a window is. A program may say what it likes of itself: the class and title are its word, the process is not. */
export interface WindowFacts {
  window: ForeignWindow;
  pid: number | null;
  overrideRedirect: boolean;
  /** Drawn, and not a mere area for input. */
  visible: boolean;
}

async function property(x: XConnection, window: number, name: string): Promise<Buffer> {
  const atom = await x.atom(name);
  const { data } = await x.ask<{ data: Buffer }>((reply) => x.client.GetProperty(0, window, atom, 0, 0, 256, reply));
  return data;
}

/** The numbers (windows, workspaces) that a property of the root or of a window lists; none where it has none. */
export async function cardinals(x: XConnection, window: number, name: string): Promise<number[]> {
  const data = await property(x, window, name);
  return Array.from({ length: data.length >> 2 }, (_, index) => data.readUInt32LE(index * 4));
}

export const parentAndChildren = (x: XConnection, window: number) =>
  x.ask<{ parent: number; children: number[] }>((reply) => x.client.QueryTree(window, reply));

/** The program's file name as the system keeps it, which the program's windows cannot change. */
const programOf = (pid: number): Promise<string> =>
  readFile(`/proc/${pid}/comm`, 'utf8').then(
    (name) => name.trim(),
    () => '',
  );

/** Rejects when the window is gone. */
export async function windowFacts(x: XConnection, id: number): Promise<WindowFacts> {
  const attributes = await x.ask<{ klass: number; mapState: number; overrideRedirect: number }>((reply) =>
    x.client.GetWindowAttributes(id, reply),
  );
  const { width, height } = await x.ask<{ width: number; height: number }>((reply) => x.client.GetGeometry(id, reply));
  const { destX, destY } = await x.ask<{ destX: number; destY: number }>((reply) =>
    x.client.TranslateCoordinates(id, x.root, 0, 0, reply),
  );
  const classes = (await property(x, id, 'WM_CLASS')).toString('latin1').split('\0').filter(Boolean);
  const named = (await property(x, id, '_NET_WM_NAME')).toString('utf8');
  const title = named || (await property(x, id, 'WM_NAME')).toString('latin1');
  const process = await property(x, id, '_NET_WM_PID');
  const pid = process.length >= 4 ? process.readUInt32LE(0) : null;
  const windowClass = classes[1] ?? classes[0] ?? '';
  const owner = (pid === null ? '' : await programOf(pid)) || windowClass;
  return {
    window: { id, owner, windowClass, title, x: destX, y: destY, width, height },
    pid,
    overrideRedirect: attributes.overrideRedirect === 1,
    visible: attributes.mapState === 2 && attributes.klass !== 2,
  };
}
