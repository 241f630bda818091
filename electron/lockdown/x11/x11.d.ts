/** The part of the pure JavaScript X client that the shell uses; the package has no types of its own. */
declare module 'x11' {
  type Reply<Value> = (cause: Error | null | undefined, value: Value) => unknown;

  export interface XEvent {
    name: string;
    keycode: number;
    /** State of the modifiers. */
    buttons: number;
    time: number;
    /** Of a selection, where its owner changed. */
    owner: number;
  }

  export interface XClient {
    InternAtom(onlyIfExists: boolean, name: string, reply: Reply<number>): void;
    GetProperty(
      ...given: [
        remove: 0,
        window: number,
        name: number,
        type: 0,
        offset: number,
        length: number,
        reply: Reply<{ data: Buffer }>,
      ]
    ): void;
    QueryTree(window: number, reply: Reply<{ parent: number; children: number[] }>): void;
    GetWindowAttributes(
      window: number,
      reply: Reply<{ klass: number; mapState: number; overrideRedirect: number }>,
    ): void;
    GetGeometry(window: number, reply: Reply<{ width: number; height: number }>): void;
    TranslateCoordinates(
      ...given: [from: number, to: number, x: number, y: number, reply: Reply<{ destX: number; destY: number }>]
    ): void;
    GetInputFocus(reply: Reply<{ focus: number }>): void;
    SetInputFocus(window: number, revertTo: number): void;
    GetKeyboardMapping(first: number, count: number, reply: Reply<number[][]>): void;
    GrabKey(...given: [window: number, ownerEvents: 0, modifiers: number, key: number, pointer: 1, keyboard: 1]): void;
    UngrabKey(window: number, key: number, modifiers: number): void;
    ChangeProperty(...given: [mode: 0, window: number, name: number, type: number, unit: number, data: Buffer]): void;
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
    MapWindow(window: number): void;
    GetSelectionOwner(selection: number, reply: Reply<number>): void;
    SetSelectionOwner(owner: number, selection: number, time: number): void;
    /** An extension, with requests of its own. */
    require<Extension>(name: 'fixes', reply: Reply<Extension>): void;
    SendEvent(window: number, propagate: 0, mask: number, raw: Buffer): void;
    on(name: 'error', listener: (cause: Error & { error?: number }) => void): void;
    on(name: 'event', listener: (event: XEvent) => void): void;
    on(name: 'end', listener: () => void): void;
    terminate(): void;
  }

  export interface XDisplay {
    client: XClient;
    screen: { root: number }[];
    min_keycode: number;
    max_keycode: number;
    resource_mask: number;
  }

  const x11: {
    createClient(options: { display: string | undefined; disableBigRequests: true }, ready: Reply<XDisplay>): XClient;
  };
  export default x11;
}
