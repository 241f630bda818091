import { join } from 'node:path';
import type { BrowserWindow, Dialog } from 'electron';
import type { AnswerFileSaved } from '../../shared/contract/shell.ts';
import { ANSWER_FILE_ENDING } from '../../shared/domain/answer-file.ts';
import { writeDurably } from '../disk/durable-file.ts';
import type { LogFile } from '../log/log-file.ts';

/** What the system says, and what the candidate can do about it. */
const OUTCOME: Readonly<Record<string, 'full' | 'refused' | 'gone'>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EACCES: 'refused',
  EPERM: 'refused',
  EROFS: 'refused',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ENODEV: 'gone',
  ENXIO: 'gone',
  EIO: 'gone',
};

export interface AnswerFileSaver {
  save(file: { fileName: string; title: string; bytes: ArrayBuffer }): Promise<AnswerFileSaved>;
  /** Its dialog is open: the focus is where it should be, although not in the exam window (LOCK-2). */
  isChoosing(): boolean;
}

interface Parts {
  dialog: Pick<Dialog, 'showSaveDialog'>;
  window: BrowserWindow;
  /** Where the dialog begins. */
  folder: string;
  isLocked(): boolean;
  log: LogFile;
}

/** Lets the candidate choose a place for the answer file, also while the computer is locked, and puts it there. */
export function createAnswerFileSaver({ dialog, window, folder, isLocked, log }: Parts): AnswerFileSaver {
  let choosing = false;

  /** A locked window lies above every other, its own dialog too: it would have the focus and nobody would see it. */
  function giveWay(): () => void {
    const wasOnTop = window.isAlwaysOnTop();
    if (wasOnTop) window.setAlwaysOnTop(false);
    return () => {
      if (window.isDestroyed()) return;
      // Unless it was unlocked meanwhile.
      if (wasOnTop && isLocked()) window.setAlwaysOnTop(true, 'screen-saver');
      window.focus();
    };
  }

  async function choosePlace(fileName: string, title: string): Promise<string | null> {
    choosing = true;
    const comeBack = giveWay();
    try {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title,
        defaultPath: join(folder, fileName),
        filters: [{ name: title, extensions: [ANSWER_FILE_ENDING.slice(1)] }],
        properties: ['showOverwriteConfirmation'],
      });
      if (canceled || !filePath) return null;
      return filePath.toLowerCase().endsWith(ANSWER_FILE_ENDING) ? filePath : filePath + ANSWER_FILE_ENDING;
    } finally {
      choosing = false;
      comeBack();
    }
  }

  return {
    isChoosing: () => choosing,
    async save({ fileName, title, bytes }) {
      if (choosing) return { outcome: 'cancelled' };
      const path = await choosePlace(fileName, title);
      if (path === null) return { outcome: 'cancelled' };
      try {
        await writeDurably(path, new Uint8Array(bytes));
        log.write('info', `answer file saved, ${bytes.byteLength} bytes`);
        return { outcome: 'saved', path };
      } catch (cause) {
        log.write('error', `answer file not saved: ${cause}`);
        return { outcome: OUTCOME[(cause as NodeJS.ErrnoException).code ?? ''] ?? 'failed' };
      }
    },
  };
}
