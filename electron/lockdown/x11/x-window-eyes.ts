import type { ForeignWindow, WindowEyes } from '../foreign-window.ts';
import { cardinals, parentAndChildren, type WindowFacts, windowFacts } from './window-facts.ts';
import { connectToX, type XConnection } from './x-connection.ts';

/** Smaller than this nothing can be read: a window manager's own edges and handles. */
const READABLE_AREA = 40 * 40;
/** The lists of characters of input methods lie over the paper because they belong there. */
const INPUT_METHODS = /fcitx|ibus|sogou|scim|rime|kimpanel|uim/i;

const overlaps = (one: ForeignWindow, other: ForeignWindow): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

interface Parts {
  display: string | undefined;
  /** The exam window's own id at the X server. */
  examWindow(): number;
  ownPid: number;
}

/** Asks the X server itself, over a line of our own: what a page or a window manager says plays no part. */
export function xWindowEyes({ display, examWindow, ownPid }: Parts): WindowEyes {
  let x: XConnection | null = null;

  /** The child of the root that holds the window: itself, or the frame of the window manager around it. */
  async function topLevel(line: XConnection, window: number): Promise<number> {
    for (let at = window; ; ) {
      const { parent } = await parentAndChildren(line, at);
      if (parent === line.root || parent === 0) return at;
      at = parent;
    }
  }

  async function facts(line: XConnection, ids: readonly number[]): Promise<WindowFacts[]> {
    // A window may be gone between the list and the question.
    const known = await Promise.all(ids.map((id) => windowFacts(line, id).catch(() => null)));
    return known.filter((each) => each !== null);
  }

  async function focusedWindow(line: XConnection, exam: number): Promise<ForeignWindow | null> {
    const { focus } = await line.ask<{ focus: number }>((reply) => line.client.GetInputFocus(reply));
    // 0 and 1: nobody, and whatever the pointer is over.
    for (let at = focus; at > 1 && at !== line.root; ) {
      if (at === exam) return null;
      const [found] = await facts(line, [at]);
      if (!found) return null;
      if (found.window.windowClass || found.window.title) return found.window;
      at = (await parentAndChildren(line, at)).parent;
    }
    return null;
  }

  async function coveringWindows(line: XConnection, exam: number): Promise<ForeignWindow[]> {
    const { children } = await parentAndChildren(line, line.root);
    const above = children.slice(children.indexOf(await topLevel(line, exam)) + 1);
    if (above.length === 0) return [];
    const managed = await cardinals(line, line.root, '_NET_CLIENT_LIST_STACKING');
    const clients = await Promise.all(
      managed.map(async (id) => ({ id, top: await topLevel(line, id).catch(() => 0) })),
    );
    const ids = above.flatMap((top) => clients.find((client) => client.top === top)?.id ?? top);
    const [own] = await facts(line, [exam]);
    return (await facts(line, ids))
      .filter(({ window, visible, overrideRedirect, pid }) => {
        if (!visible || window.width * window.height < READABLE_AREA) return false;
        if (!overrideRedirect) return true;
        // Lists and hints that Chromium unfolds over its own page.
        return pid !== ownPid && !INPUT_METHODS.test(window.windowClass);
      })
      .map(({ window }) => window)
      .filter((window) => own !== undefined && overlaps(window, own.window));
  }

  return {
    async open() {
      x ??= await connectToX(display);
    },
    async look() {
      if (!x?.isOpen()) throw new Error('there is no line to the X server');
      const exam = examWindow();
      return { focused: await focusedWindow(x, exam), covering: await coveringWindows(x, exam) };
    },
    close() {
      x?.close();
      x = null;
    },
  };
}
