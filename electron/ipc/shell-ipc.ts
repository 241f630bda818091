import type { BrowserWindow, IpcMain } from 'electron';
import type * as z from 'zod';
import { type ShellEventName, type ShellEvents, shellEvents } from '../../shared/contract/shell.ts';
import type { LogFile } from '../log/log-file.ts';
import { eventChannel, requestChannel, requestNames, type ShellAnswer } from '../preload/channels.ts';
import type { Step } from '../startup/step.ts';
import { answer, type ShellHandlers } from './answer.ts';
import { isExamPage } from './sender.ts';

export type PushEvent = <Name extends ShellEventName>(name: Name, payload: z.input<ShellEvents[Name]>) => void;

/** Tells the exam page something unasked; parsed, as every message is. Silent while the page is not there. */
export function pushTo(target: BrowserWindow): PushEvent {
  return (name, payload) => {
    if (target.isDestroyed() || target.webContents.isCrashed()) return;
    target.webContents.send(eventChannel(name), shellEvents[name].parse(payload));
  };
}

/** Answers the exam page, and nobody else. */
export function shellIpcStep(ipcMain: IpcMain, window: BrowserWindow, handlers: ShellHandlers, log: LogFile): Step {
  return {
    name: 'shell_ipc',
    async perform() {
      for (const name of requestNames) {
        ipcMain.handle(requestChannel(name), async (event, body: unknown): Promise<ShellAnswer> => {
          if (isExamPage(event, window)) return answer(name, body, handlers, log);
          log.write('warn', `${name}: refused to ${event.senderFrame?.url.slice(0, 120)}`);
          return { ok: false, reason: 'not_allowed' };
        });
      }
      return undefined;
    },
    async revert() {
      for (const name of requestNames) ipcMain.removeHandler(requestChannel(name));
    },
  };
}
