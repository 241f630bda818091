import { execFile, execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { xWindowEyes } from '../../electron/lockdown/x11/x-window-eyes.ts';
import type { AttemptEvent } from '../../shared/contract/views.ts';
import { EMPTY_CHAIR } from '../rehearsal/exam-camera.ts';
import type { ExamProcess } from '../rehearsal/exam-process.ts';
import type { Premises } from '../rehearsal/premises.ts';
import { openStranger, type Stranger } from './stranger.ts';

const run = promisify(execFile);

/** What has the eye or the hand instead of the exam window. */
export interface Stance {
  /** Null: the exam window has the keyboard, fills the screen, lies on top, and shows the exam. */
  left: string | null;
}

/** A candidate in the real exam window, and everything a person at that computer could use against it. */
export interface AttackedExam {
  premises: Premises;
  exam: ExamProcess;
  page: Page;
  dataFolder: string;
  /** A program of somebody else, with a window that lies behind the exam. */
  stranger: Stranger;
  /** The exam window's id at the X server. */
  window: number;
  /** Somebody else's server, and how often the exam window asked it for anything. */
  foreign: { origin: string; hits(): number };
  keys(...combination: string[]): Promise<void>;
  pointer(...args: string[]): Promise<void>;
  /** What another program finds in the clipboard. */
  clipboard(selection?: 'clipboard' | 'primary'): Promise<string>;
  putInClipboard(text: string, selection?: 'clipboard' | 'primary'): Promise<void>;
  /** A process of the shell, by what it does. */
  processOf(type: 'GPU' | 'Utility' | 'Tab' | 'Browser'): Promise<number>;
  stance(locked: boolean): Promise<Stance>;
  /** Events that the proctor is shown of this candidate, with the moment of each. */
  events: { at: number; event: AttemptEvent }[];
  close(): Promise<void>;
}

/** Whether a program is on this computer. */
export function has(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export async function openAttackedExam(premises: Premises): Promise<AttackedExam> {
  const { env } = premises.display;
  const dataFolder = await premises.newFolder();
  const exam = await premises.openExam(EMPTY_CHAIR, dataFolder);
  const { app, page } = exam;
  await page.waitForLoadState();
  const idOf = () =>
    app.evaluate(({ BrowserWindow }) => {
      const [own] = BrowserWindow.getAllWindows();
      return own?.getNativeWindowHandle().readUInt32LE(0) ?? 0;
    });
  const window = await idOf();
  let hits = 0;
  const server = createServer((_request, response) => {
    hits += 1;
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/html' }).end('<p>elsewhere');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stranger = await openStranger(String(env.DISPLAY));
  const eyes = xWindowEyes({
    display: String(env.DISPLAY),
    examWindow: () => window,
    ownPid: exam.app.process().pid ?? 0,
  });
  await eyes.open(() => undefined);
  const events: AttackedExam['events'] = [];
  premises.staff.onEvent((event) => events.push({ at: performance.now(), event }));
  const xclip = (selection: string) => ['-selection', selection];

  return {
    ...{ premises, exam, page, dataFolder, stranger, window, events },
    foreign: { origin, hits: () => hits },
    keys: (...combination) => run('xdotool', ['key', '--delay', '20', ...combination], { env }).then(() => undefined),
    pointer: (...args) => run('xdotool', args, { env }).then(() => undefined),
    clipboard: (selection = 'clipboard') =>
      run('xclip', ['-o', ...xclip(selection)], { env, timeout: 2000 }).then(
        ({ stdout }) => stdout,
        () => '',
      ),
    async putInClipboard(text, selection = 'clipboard') {
      const child = execFile('xclip', ['-i', ...xclip(selection)], { env });
      child.stdin?.end(text);
      await new Promise((ended) => child.once('exit', ended));
    },
    async processOf(type) {
      const pid = await app.evaluate(
        ({ app: shell }, wanted) => shell.getAppMetrics().find((each) => each.type === wanted)?.pid,
        type,
      );
      if (!pid) throw new Error(`the shell has no process of type ${type}`);
      return pid;
    },
    async stance(locked) {
      const look = await eyes.look().catch((cause: Error) => cause);
      if (look instanceof Error) return { left: `the exam window is not to be found (${look.message})` };
      if (look.focused) return { left: `the keyboard is with “${look.focused.title || look.focused.owner}”` };
      if (look.covering[0]) return { left: `“${look.covering[0].title || look.covering[0].owner}” lies over it` };
      const own = await app.evaluate(({ BrowserWindow }) => {
        const all = BrowserWindow.getAllWindows();
        const [first] = all;
        return {
          count: all.length,
          url: first?.webContents.getURL(),
          seen: Boolean(first?.isVisible() && !first.isMinimized() && first.isFocused()),
          kiosk: Boolean(first?.isFullScreen()),
          zoom: first?.webContents.getZoomFactor(),
          tools: Boolean(first?.webContents.isDevToolsOpened()),
        };
      });
      if (own.count !== 1) return { left: `${own.count} windows` };
      if (own.url !== 'yunkao://exam/index.html') return { left: `it shows ${own.url}` };
      if (!own.seen) return { left: 'the exam window is not seen or has no keyboard' };
      if (locked && !own.kiosk) return { left: 'it does not fill the screen' };
      if (own.zoom !== 1) return { left: `zoom ${own.zoom}` };
      return { left: own.tools ? 'developer tools are open' : null };
    },
    async close() {
      eyes.close();
      stranger.leave();
      server.close();
      await exam.close().catch(() => undefined);
    },
  };
}
