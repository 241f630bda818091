/**
 * The thread of the hooks: of the keyboard, and of whoever comes to the front. A thread and not the main process, so that neither the page nor the shell at work
 * delays a key; a thread and not a process, so that it cannot outlive the shell and leave the keyboard held.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { watchFront } from './front-hook.ts';
import { createKeyHook, type KeyNotice } from './key-hook.ts';
import { pumpMessages } from './message-loop.ts';
import { threadSigns } from './thread-signs.ts';
import { loadWin32 } from './win32.ts';

const THREAD_PRIORITY_TIME_CRITICAL = 15;
const TURN_MS = 100;
const ASK_EVERY_MS = 500;
/** Compiling at the first key of a candidate would be too slow. */
const ASK_AT_START = 10;

/** What the thread tells at a time. */
export interface ThreadNews {
  keys: KeyNotice[];
  /** Another window, or another desktop, has come to the front since. */
  front: boolean;
}

async function runHook(): Promise<void> {
  const signs = threadSigns(workerData as SharedArrayBuffer);
  const win32 = await loadWin32();
  win32.SetThreadPriority(win32.GetCurrentThread(), THREAD_PRIORITY_TIME_CRITICAL);
  // Told after the hook has returned: telling takes time, and Windows waits for the hook with every key.
  const news: ThreadNews = { keys: [], front: false };
  const hook = createKeyHook(
    win32,
    () => performance.now(),
    (key) => news.keys.push(key),
  );
  if (!hook.install()) throw new Error('Windows did not give the keyboard hook');
  for (let asked = 0; asked < ASK_AT_START; asked += 1) {
    hook.answers();
    pumpMessages(win32, 0);
  }
  const unwatchFront = watchFront(win32, () => {
    news.front = true;
  });
  const tell = () => {
    parentPort?.postMessage(news);
    Object.assign(news, { keys: [], front: false });
  };
  tell();

  let lastAsked = performance.now();
  while (!signs.mustStop()) {
    pumpMessages(win32, TURN_MS);
    if (news.keys.length > 0 || news.front) tell();
    if (performance.now() - lastAsked >= ASK_EVERY_MS) {
      lastAsked = performance.now();
      if (!hook.answers()) {
        signs.lost();
        hook.install();
      }
    }
    signs.beat();
  }
  unwatchFront();
  hook.remove();
}

void runHook();
