import x11, { type XClient, type XDisplay } from 'x11';

/** A line to the X server of our own, beside Chromium's. It ends with the process, and everything taken over it. */
export interface XConnection {
  client: XClient;
  display: XDisplay;
  root: number;
  /** Rejects when the server refuses, as it does for a window that is gone. */
  ask<Value>(request: (reply: (cause: Error | null | undefined, value: Value) => unknown) => void): Promise<Value>;
  atom(name: string): Promise<number>;
  /** Resolves when everything sent before has been carried out; the errors it gave rise to. */
  settled(): Promise<number>;
  isOpen(): boolean;
  close(): void;
}

/** Connects to `display`, e.g. `:0`. Rejects where there is no X server, as under bare Wayland. */
export function connectToX(display: string | undefined): Promise<XConnection> {
  return new Promise((resolve, reject) => {
    let open = true;
    let errors = 0;
    const atoms = new Map<string, number>();
    // Bigger requests than the protocol's own are never made.
    const client = x11.createClient({ display, disableBigRequests: true }, (cause, found) => {
      if (cause) reject(cause);
      else resolve(connection(found));
    });
    client.on('error', (cause) => {
      errors += 1;
      // Errors of a request come as numbers; anything else is the line itself.
      if (cause.error === undefined) open = false;
      reject(cause);
    });
    client.on('end', () => {
      open = false;
    });

    function connection(found: XDisplay): XConnection {
      const ask: XConnection['ask'] = (request) =>
        new Promise((answered, refused) => {
          if (!open) refused(new Error('the line to the X server is closed'));
          else
            request((cause, value) => {
              if (cause) refused(cause);
              else answered(value);
              return true;
            });
        });
      const root = found.screen[0]?.root ?? 0;
      return {
        ...{ client, display: found, root, ask },
        async atom(name) {
          const known = atoms.get(name) ?? (await ask<number>((reply) => client.InternAtom(false, name, reply)));
          atoms.set(name, known);
          return known;
        },
        async settled() {
          const before = errors;
          await ask((reply) => client.GetInputFocus(reply));
          return errors - before;
        },
        isOpen: () => open,
        close() {
          open = false;
          client.terminate();
        },
      };
    }
  });
}
