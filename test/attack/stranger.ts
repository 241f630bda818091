import type { XClient } from 'x11';
import { watchSelection } from '../../electron/lockdown/x11/selection.ts';
import { askWindowManager } from '../../electron/lockdown/x11/window-manager.ts';
import { connectToX } from '../../electron/lockdown/x11/x-connection.ts';

/** What the attack itself needs of the X client: windows of a program that is not the exam. */
interface Client extends XClient {
  UnmapWindow(id: number): void;
  RaiseWindow(id: number): void;
  DestroyWindow(id: number): void;
}

export interface Stranger {
  /** A window the window manager looks after; resolves with its id. */
  open(title: string, size: { width: number; height: number }): Promise<number>;
  /** One that no window manager touches: a toast, or a sheet over everything. */
  overlay(title: string, at: { x: number; y: number; width: number; height: number }): Promise<number>;
  close(window: number): Promise<void>;
  raise(window: number): Promise<void>;
  takeFocus(window: number): Promise<void>;
  unmap(window: number): Promise<void>;
  /** Whether it is on the screen now. */
  isDrawn(window: number): Promise<boolean>;
  /** What belongs to no window is asked of the root: window managers overlook it elsewhere. */
  root: number;
  /** Asks the window manager for something, as a taskbar does. */
  ask(window: number, message: string, ...data: number[]): Promise<void>;
  atom(name: string): Promise<number>;
  /** Each owner that what is selected has from now on, in turn; 0: nobody. */
  selectionOwners(): Promise<readonly number[]>;
  leave(): void;
}

/** A program of somebody else at the same display. It does to windows what any program may. */
export async function openStranger(display: string): Promise<Stranger> {
  const line = await connectToX(display);
  const client = line.client as Client;

  async function create(
    title: string,
    { x, y, width, height }: { x: number; y: number; width: number; height: number },
    overrideRedirect: boolean,
  ): Promise<number> {
    const id = client.AllocID();
    client.CreateWindow(id, line.root, x, y, width, height, 0, 0, 1, 0, {
      overrideRedirect,
      backgroundPixel: 0xff_cc66,
    });
    const text = Buffer.from(title);
    client.ChangeProperty(0, id, await line.atom('_NET_WM_NAME'), await line.atom('UTF8_STRING'), 8, text);
    client.ChangeProperty(
      0,
      id,
      await line.atom('WM_CLASS'),
      await line.atom('STRING'),
      8,
      Buffer.from('notes\0Notes\0'),
    );
    const pid = Buffer.alloc(4);
    pid.writeUInt32LE(process.pid);
    client.ChangeProperty(0, id, await line.atom('_NET_WM_PID'), await line.atom('CARDINAL'), 32, pid);
    client.MapWindow(id);
    client.RaiseWindow(id);
    await line.settled();
    return id;
  }

  // What is asked of a window that is gone meanwhile is no failure of the attack.
  const then = (act: (window: number) => void) => async (window: number) => {
    act(window);
    await line.settled();
  };
  return {
    open: (title, size) => create(title, { x: 80, y: 60, ...size }, false),
    overlay: (title, at) => create(title, at, true),
    close: then((window) => client.DestroyWindow(window)),
    raise: then((window) => client.RaiseWindow(window)),
    takeFocus: then((window) => client.SetInputFocus(window, 1)),
    unmap: then((window) => client.UnmapWindow(window)),
    isDrawn: (window) =>
      line
        .ask<{ mapState: number }>((reply) => client.GetWindowAttributes(window, reply))
        .then(({ mapState }) => mapState === 2),
    root: line.root,
    ask: (window, message, ...data) => askWindowManager(line, window, message, ...data),
    atom: line.atom,
    async selectionOwners() {
      const owners: number[] = [];
      await watchSelection(line, (owner) => void owners.push(owner));
      return owners;
    },
    leave: () => line.close(),
  };
}
