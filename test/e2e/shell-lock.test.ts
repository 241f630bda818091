import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStranger } from '../attack/stranger.ts';
import { type Display, openDisplay } from '../rehearsal/display.ts';
import { bundleShell, newDataFolder, type RunningShell, startShell } from './shell-exam.ts';

let display: Display;
let dist: string;
let shell: RunningShell | null = null;

beforeAll(async () => {
  display = await openDisplay();
  dist = await bundleShell();
});
afterEach(async () => {
  const process = shell?.process;
  shell = null;
  if (!process || process.exitCode !== null || process.signalCode !== null) return;
  const ended = once(process, 'exit');
  process.kill('SIGKILL');
  await ended;
});
afterAll(() => display?.close());

async function start(dataFolder?: string): Promise<RunningShell> {
  const folder = dataFolder ?? (await newDataFolder());
  shell = await startShell({ dist, env: display.env, dataFolder: folder, server: 'https://127.0.0.1:9' });
  return shell;
}

const lock = ({ page }: RunningShell) => page.evaluate(() => window.shell.lock());

/** From now on this step cannot be entered in the ledger, and so cannot be taken. */
const refuseStep = ({ app }: RunningShell, refused: string) =>
  app.evaluate((_electron, name) => {
    const files = process.mainModule?.require('node:fs/promises');
    const rename = files.wholeRename ?? files.rename;
    Object.assign(files, {
      wholeRename: rename,
      async rename(from: string, to: string) {
        if ((await files.readFile(from, 'utf8')).includes(`"${name}"`)) throw new Error('the disk is full');
        await rename(from, to);
      },
    });
  }, refused);

/** How the exam window stands, as the main process sees it. */
const stance = ({ app }: RunningShell) =>
  app.evaluate(({ BrowserWindow, screen, clipboard }) => {
    const [window] = BrowserWindow.getAllWindows();
    return {
      kiosk: window?.isKiosk(),
      fullScreen: window?.isFullScreen(),
      onTop: window?.isAlwaysOnTop(),
      covers: JSON.stringify(window?.getBounds()) === JSON.stringify(screen.getPrimaryDisplay().bounds),
      clipboard: clipboard.readText(),
    };
  });

/** A message of another program in the corner, and for how long such a one stands. */
const TOAST = { x: 1040, y: 620, width: 300, height: 120 };
const TOAST_MS = 1000;
const AT_ONCE = { interval: 10 };
const SOON = { interval: 20, timeout: 3000 };
const LOCKED = { kiosk: true, fullScreen: true, onTop: true, covers: true, clipboard: '' };
const FREE = { kiosk: false, fullScreen: false, onTop: false, covers: false, clipboard: '' };
const STEPS = [
  ...['close_guard', 'clipboard', 'power_save', 'kiosk', 'on_top'],
  ...[
    'window_place',
    'selected_text',
    'keyboard_grab',
    'global_shortcuts',
    'key_filter',
    'focus_watch',
    'display_watch',
  ],
];

describe('locking the real window', () => {
  it('[LOCK-1] takes, says what became of each step, and is undone', async () => {
    const running = await start();
    await running.app.evaluate(({ clipboard }) => clipboard.writeText('notes from before'));
    const { steps } = await lock(running);
    expect(steps.map(({ step }) => step)).toEqual(STEPS);
    expect(steps.filter(({ ok }) => !ok)).toEqual([]);
    expect(await stance(running)).toEqual(LOCKED);
    expect(await running.ledger()).toEqual(STEPS);

    await running.app.evaluate(({ clipboard }) => clipboard.writeText('the paper'));
    const undone = await running.page.evaluate(() => window.shell.unlock());
    expect(undone.steps).toEqual([...STEPS].reverse().map((step) => ({ step, ok: true, note: '' })));
    expect(await stance(running)).toEqual(FREE);
    expect(await running.ledger()).toEqual([]);
    const left = await running.app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('F11'));
    expect(left).toBe(false);
  });

  it('does not close while locked, and does afterwards', async () => {
    const running = await start();
    await lock(running);
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await running.page.evaluate(() => window.close());
    expect(await stance(running)).toEqual(LOCKED);
    await running.page.waitForFunction(() => window.findings.some(({ detail }) => detail.attempted === 'close'));

    await running.page.evaluate(() => window.shell.unlock());
    const ended = once(running.process, 'exit');
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await ended).toEqual([0, null]);
  });

  it('[LOCK-1] comes back from another workspace and from being taken off the screen, and says so', async () => {
    const running = await start();
    await lock(running);
    const id = await running.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNativeWindowHandle().readUInt32LE(0) ?? 0,
    );
    const stranger = await openStranger(String(display.env.DISPLAY));
    const losses = () =>
      running.page.evaluate(() => window.findings.filter(({ detail }) => detail.measure === 'window_place'));
    const another = await stranger.open('my notes', { width: 700, height: 500 });
    const focused = () =>
      running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused() ?? false);

    await stranger.ask(id, '_NET_WM_DESKTOP', 1, 2);
    await expect.poll(focused, AT_ONCE).toBe(false);
    await expect.poll(focused, SOON).toBe(true);
    await expect.poll(losses).toMatchObject([{ kind: 'lock_lost', detail: { restored: true } }]);
    await stranger.unmap(id);
    await expect.poll(() => stranger.isDrawn(id), AT_ONCE).toBe(false);
    await expect.poll(() => stranger.isDrawn(id), SOON).toBe(true);
    await expect.poll(() => stance(running), SOON).toEqual(LOCKED);
    await stranger.close(another);
    stranger.leave();
  });

  it('keeps browser keys from the page and lets writing through', async () => {
    const running = await start();
    await lock(running);
    await running.page.evaluate(() => {
      window.blocked = [];
      document.addEventListener('keydown', (event) => window.blocked.push(event.key));
      document.querySelector('textarea')?.focus();
    });
    await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const press = (keyCode: string, modifiers: ('control' | 'shift')[] = []) => {
        contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
        if (keyCode.length === 1 && modifiers.length === 0) contents?.sendInputEvent({ type: 'char', keyCode });
        contents?.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
      };
      press('F5');
      press('R', ['control']);
      press('I', ['control', 'shift']);
      press('a');
    });
    await running.page.waitForFunction(() => document.querySelector('textarea')?.value === 'a');
    expect(await running.page.evaluate(() => window.blocked)).toEqual(['a']);
  });

  it('keeps what is selected in the page from other programs, while locked', async () => {
    const running = await start();
    const stranger = await openStranger(String(display.env.DISPLAY));
    const owners = await stranger.selectionOwners();
    const select = async (text: string) => {
      await running.page.evaluate((words) => {
        const field = document.querySelector('textarea');
        field?.focus();
        if (field) field.value = words;
      }, text);
      await running.app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.sendInputEvent({ type: 'keyDown', keyCode: 'End' });
        contents?.sendInputEvent({ type: 'keyDown', keyCode: 'Home', modifiers: ['shift'] });
      });
      await running.page.waitForFunction((words) => getSelection()?.toString() === words, text);
    };
    await select('before');
    await expect.poll(() => owners.length).toBe(1);
    await lock(running);
    await expect.poll(() => owners.at(-1)).toBe(0);
    const before = owners.length;
    await select('an answer');
    // Taken by the page, and nobody's again.
    await expect.poll(() => owners.slice(before)).toEqual([owners[0], 0]);
    expect(await running.page.evaluate(() => getSelection()?.toString())).toBe('an answer');
    stranger.leave();
  });

  it('[LOCK-2] tells a toast of a second and a window that takes the keyboard as pop-ups of their owner, not as switches', async () => {
    const running = await start();
    await lock(running);
    const stranger = await openStranger(String(display.env.DISPLAY));
    const owner = (await readFile('/proc/self/comm', 'utf8')).trim();
    const told = (title: string) =>
      running.page.evaluate((wanted) => window.findings.filter(({ detail }) => detail.title === wanted), title);

    const toast = await stranger.overlay('new message', TOAST);
    await new Promise((resolve) => setTimeout(resolve, TOAST_MS));
    await stranger.close(toast);
    await expect.poll(async () => (await told('new message')).length).toBe(2);
    const [shown, gone] = await told('new message');
    expect(shown).toMatchObject({ kind: 'popup', detail: { owner, windowClass: 'Notes', ongoing: true, ...TOAST } });
    expect(shown?.durationMs).toBeLessThan(1000);
    expect(gone).toMatchObject({ kind: 'popup', detail: { owner, ongoing: false, again: true } });

    const chat = await stranger.overlay('chat', TOAST);
    await stranger.takeFocus(chat);
    await expect.poll(async () => (await told('chat'))[0]).toMatchObject({ kind: 'popup', detail: { owner } });
    const focused = () =>
      running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.isKiosk() ?? false);
    await expect.poll(focused).toBe(true);
    stranger.leave();
    expect(await running.page.evaluate(() => window.findings.filter(({ kind }) => kind === 'app_switch'))).toEqual([]);
  });

  it('[LOCK-3] goes on without any one of its measures, tells which, and lets go all the same', async () => {
    const running = await start();
    for (const missing of STEPS) {
      await refuseStep(running, missing);
      const { steps } = await lock(running);
      expect(steps.filter(({ ok }) => !ok).map(({ step }) => step)).toEqual([missing]);
      const told = () =>
        running.page.evaluate(
          (name) => window.findings.some(({ detail }) => detail.measure === name && detail.taken === false),
          missing,
        );
      await expect.poll(told).toBe(true);
      await running.page.evaluate(() => window.shell.unlock());
      expect(await stance(running)).toEqual(FREE);
      expect(await running.ledger()).toEqual([]);
    }
  });
});

describe('[LOCK-1] however it ends', () => {
  it('kill -9 while locked: the next start undoes every step that was left', async () => {
    const dataFolder = await newDataFolder();
    const first = await start(dataFolder);
    const { computerId } = await first.page.evaluate(() => window.shell.info());
    await lock(first);
    const ended = once(first.process, 'exit');
    first.process.kill('SIGKILL');
    await ended;
    expect(await first.ledger()).toEqual(STEPS);

    const second = await start(dataFolder);
    expect((await second.page.evaluate(() => window.shell.info())).computerId).toBe(computerId);
    await expect.poll(() => second.ledger()).toEqual([]);
    expect(await second.log()).toContain(`recover: ${STEPS.length} of ${STEPS.length} steps`);
    expect(await stance(second)).toEqual(FREE);
    await lock(second);
    expect(await stance(second)).toEqual(LOCKED);
  });

  it.each([
    ['a termination by the system', (running: RunningShell) => running.process.kill('SIGTERM')],
    ['quit from the page', (running: RunningShell) => running.page.evaluate(() => window.shell.quit())],
    ['a quit by Electron', (running: RunningShell) => running.app.evaluate(({ app }) => app.quit())],
  ])('%s: everything is undone first', async (_, end) => {
    const dataFolder = await newDataFolder();
    const running = await start(dataFolder);
    await lock(running);
    const ended = once(running.process, 'exit');
    // The answer may be lost with the program that gives it.
    void Promise.resolve(end(running)).catch(() => undefined);
    expect(await ended).toEqual([0, null]);
    expect(JSON.parse(await readFile(join(dataFolder, 'lockdown-ledger.json'), 'utf8'))).toEqual({ begun: [] });
    expect(await running.log()).toContain(`unlock: ${STEPS.length} of ${STEPS.length} steps`);
  });

  it('a crash of the page: it is undone, and a fresh page goes on', async () => {
    const running = await start();
    await lock(running);
    await running.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const loaded = new Promise((resolve) => window?.webContents.once('did-finish-load', resolve));
      window?.webContents.forcefullyCrashRenderer();
      return loaded;
    });
    expect(await running.ledger()).toEqual([]);
    expect(await running.log()).toContain('the exam page is gone');
    const answer = await running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        'window.shell.lock().then(({ steps }) => steps.length)',
      ),
    );
    expect(answer).toBe(STEPS.length);
  });

  it('a second start on the same computer hands over to the first', async () => {
    const dataFolder = await newDataFolder();
    const running = await start(dataFolder);
    await expect(start(dataFolder)).rejects.toThrow();
    shell = running;
    expect(await running.page.evaluate(() => window.shell.info())).toBeTruthy();
  });
});
