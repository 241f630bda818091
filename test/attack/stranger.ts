import x11 from 'x11';

/** What the attack itself needs of the X client: windows of a program that is not the exam. */
interface Client {
  AllocID(): number;
  CreateWindow(
    ...given: [
      id: number,
      parent: number,
      x: number,
      y: number,
      width: number,
      height: number,
      border: number,
      depth: number,
      kind: number,
      visual: number,
      values: { overrideRedirect?: boolean; backgroundPixel?: number; eventMask?: number },
    ]
  ): void;
  MapWindow(id: number): void;
  UnmapWindow(id: number): void;
  RaiseWindow(id: number): void;
  DestroyWindow(id: number): void;
  SetInputFocus(id: number, revertTo: number): void;
  InternAtom(onlyIfExists: boolean, name: string, reply: (cause: unknown, atom: number) => void): void;
  ChangeProperty(mode: 0, id: number, name: number, type: number, unit: number, data: Buffer): void;
  SendEvent(destination: number, propagate: 0, mask: number, event: Buffer): void;
  GetInputFocus(reply: (cause: unknown) => void): void;
  on(name: 'error', listener: () => void): void;
  terminate(): void;
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
  /** Asks the window manager for something, as a taskbar does. */
  ask(window: number, message: string, ...data: number[]): Promise<void>;
  atom(name: string): Promise<number>;
  leave(): void;
}

const SUBSTRUCTURE = 0x18_0000;

/** A program of somebody else at the same display. It does to windows what any program may. */
export function openStranger(display: string): Promise<Stranger> {
  return new Promise((resolve, reject) => {
    const options = { display, disableBigRequests: true } as const;
    const line = x11.createClient(options, (cause, found) => {
      if (cause) return reject(cause);
      const client = found.client as unknown as Client;
      const root = found.screen[0]?.root ?? 0;
      const done = () => new Promise<void>((settled) => client.GetInputFocus(() => settled()));
      const atom = (name: string) =>
        new Promise<number>((answered) => client.InternAtom(false, name, (_cause, id) => answered(id)));

      async function create(
        title: string,
        { x, y, width, height }: { x: number; y: number; width: number; height: number },
        overrideRedirect: boolean,
      ): Promise<number> {
        const id = client.AllocID();
        client.CreateWindow(id, root, x, y, width, height, 0, 0, 1, 0, {
          overrideRedirect,
          backgroundPixel: 0xff_cc66,
        });
        const text = Buffer.from(title);
        client.ChangeProperty(0, id, await atom('_NET_WM_NAME'), await atom('UTF8_STRING'), 8, text);
        client.ChangeProperty(0, id, await atom('WM_CLASS'), await atom('STRING'), 8, Buffer.from('notes\0Notes\0'));
        const pid = Buffer.alloc(4);
        pid.writeUInt32LE(process.pid);
        client.ChangeProperty(0, id, await atom('_NET_WM_PID'), await atom('CARDINAL'), 32, pid);
        client.MapWindow(id);
        client.RaiseWindow(id);
        await done();
        return id;
      }

      async function ask(window: number, message: string, ...data: number[]): Promise<void> {
        const event = Buffer.alloc(32);
        event.writeUInt8(33, 0);
        event.writeUInt8(32, 1);
        event.writeUInt32LE(window, 4);
        event.writeUInt32LE(await atom(message), 8);
        for (const [index, value] of data.entries()) event.writeUInt32LE(value >>> 0, 12 + index * 4);
        client.SendEvent(root, 0, SUBSTRUCTURE, event);
        await done();
      }

      const then = (act: (window: number) => void) => async (window: number) => {
        act(window);
        await done();
      };
      resolve({
        open: (title, size) => create(title, { x: 80, y: 60, ...size }, false),
        overlay: (title, at) => create(title, at, true),
        close: then((window) => client.DestroyWindow(window)),
        raise: then((window) => client.RaiseWindow(window)),
        takeFocus: then((window) => client.SetInputFocus(window, 1)),
        unmap: then((window) => client.UnmapWindow(window)),
        ask,
        atom,
        leave: () => client.terminate(),
      });
    });
    // What is asked of a window that is gone meanwhile is no failure of the attack.
    line.on('error', () => undefined);
  });
}
