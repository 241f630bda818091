import { BrowserWindow, type Event as ElectronEvent, type WebContents } from 'electron';
import type { LogFile } from '../log/log-file.ts';
import { EXAM_PAGE } from './exam-address.ts';
import type { Step } from './step.ts';

/** The exam window, empty, with what it may and may not be (SEC-2): said here as it is made, where `npm run scan` reads it. */
export function openExamWindow(preload: string): BrowserWindow {
  return new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#f4f5f2',
    title: '云考试 Yunkao',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      navigateOnDragDrop: false,
      // No link is opened by the middle button either.
      disableBlinkFeatures: 'Auxclick',
      safeDialogs: true,
      // Answers, recordings and the countdown go on while another window is in front.
      backgroundThrottling: false,
      // The speaker test and the proctor's call play without a click.
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
}

/** Nothing leads out of the exam page: no navigation, second window, embedded view or zoom. */
function hardenContents(contents: WebContents, log: LogFile): void {
  const refuse = (what: string) => (event: ElectronEvent, url: string) => {
    event.preventDefault();
    log.write('warn', `${what} refused: ${url.slice(0, 120)}`);
  };
  contents.on('will-navigate', refuse('navigation'));
  contents.on('will-redirect', refuse('redirect'));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    log.write('warn', `new window refused: ${url.slice(0, 120)}`);
    return { action: 'deny' };
  });
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1);
    void contents.setVisualZoomLevelLimits(1, 1);
  });
  contents.on('zoom-changed', () => contents.setZoomFactor(1));
}

/** Opens the exam page in the window. Rejects when the page cannot be loaded at all. */
export function examWindowStep(window: BrowserWindow, log: LogFile): Step {
  return {
    name: 'exam_window',
    async perform() {
      hardenContents(window.webContents, log);
      window.once('ready-to-show', () => window.show());
      await window.loadURL(EXAM_PAGE).catch((cause: NodeJS.ErrnoException) => {
        // The page was loaded anew before it had finished: it is there all the same.
        if (cause.code !== 'ERR_ABORTED') throw cause;
      });
      return undefined;
    },
    async revert() {
      if (!window.isDestroyed()) window.destroy();
    },
  };
}
