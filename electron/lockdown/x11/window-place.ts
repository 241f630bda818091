import type { Step } from '../../startup/step.ts';
import { untilSeen } from '../until-seen.ts';
import { cardinals } from './window-facts.ts';
import { askWindowManager } from './window-manager.ts';
import { connectToX, type XConnection } from './x-connection.ts';

/** `_NET_WM_DESKTOP` of a window that is on every workspace. */
const EVERY_WORKSPACE = 0xffff_ffff;
const VIEWABLE = 2;
/** From the user's own tools: some window managers do not let an application bring itself to the front. */
const FROM_PAGER = 2;
/** A window manager answers within a few frames. */
const PATIENCE = { withinMs: 300, everyMs: 20 };

interface Parts {
  display: string | undefined;
  /** The exam window's own id at the X server. */
  examWindow(): number;
}

/**
 * Under X11 any program may ask the window manager to move a window to another workspace, to show the bare desktop, or
 * take the window off the screen itself, and Chromium learns of none of it. So the X server is asked where the window is, and
 * it is brought back: on every workspace, drawn, in front.
 */
export function windowPlaceMeasure({ display, examWindow }: Parts): Step {
  let x: XConnection | null = null;
  /** It was on every workspace once: a window manager that has none never says so. */
  let everywhere = false;

  async function isDrawn(line: XConnection): Promise<boolean> {
    const { mapState } = await line.ask<{ mapState: number }>((reply) =>
      line.client.GetWindowAttributes(examWindow(), reply),
    );
    return mapState === VIEWABLE;
  }

  async function inPlace(line: XConnection): Promise<boolean> {
    const [workspace] = await cardinals(line, examWindow(), '_NET_WM_DESKTOP');
    const spread = workspace === EVERY_WORKSPACE;
    everywhere ||= spread;
    return spread === everywhere && (await isDrawn(line));
  }

  /** One that was taken off the screen is nobody's any more: it comes back with what it asks for itself. */
  async function draw(line: XConnection): Promise<void> {
    const states = ['_NET_WM_STATE_FULLSCREEN', '_NET_WM_STATE_ABOVE'].map((name) => line.atom(name));
    const data = Buffer.from(new Uint32Array(await Promise.all(states)).buffer);
    line.client.ChangeProperty(
      ...[0 as const, examWindow(), await line.atom('_NET_WM_STATE'), await line.atom('ATOM'), 32, data],
    );
    line.client.MapWindow(examWindow());
    await line.settled();
  }

  async function bringBack(line: XConnection): Promise<void> {
    const ask = (message: string, ...data: number[]) => askWindowManager(line, examWindow(), message, ...data);
    const [bare] = await cardinals(line, line.root, '_NET_SHOWING_DESKTOP');
    // Not of the window: window managers overlook it there.
    if (bare === 1) await askWindowManager(line, line.root, '_NET_SHOWING_DESKTOP', 0);
    await ask('_NET_WM_DESKTOP', EVERY_WORKSPACE, FROM_PAGER);
    if (!(await untilSeen(() => isDrawn(line), PATIENCE))) {
      await draw(line);
      await ask('_NET_WM_DESKTOP', EVERY_WORKSPACE, FROM_PAGER);
    }
    await ask('_NET_ACTIVE_WINDOW', FROM_PAGER, 0, 0);
  }

  return {
    name: 'window_place',
    async perform() {
      if (!x?.isOpen()) x = await connectToX(display);
      const line = x;
      await bringBack(line);
      if (!(await untilSeen(() => inPlace(line), PATIENCE)))
        throw new Error('the window manager does not bring the window back');
      return everywhere ? undefined : 'this window manager has no workspaces';
    },
    probe: async () => (x?.isOpen() ? inPlace(x) : false),
    async revert() {
      const line = x;
      x = null;
      if (!line) return;
      if (everywhere) {
        const [workspace = 0] = await cardinals(line, line.root, '_NET_CURRENT_DESKTOP');
        await askWindowManager(line, examWindow(), '_NET_WM_DESKTOP', workspace, FROM_PAGER);
      }
      line.close();
    },
  };
}
