import type { BrowserWindow, WebFrameMain } from 'electron';
import { isExamAddress } from '../startup/exam-address.ts';

/** The part of Electron's events that tells who asks. */
export interface Sender {
  sender: unknown;
  /** Null when the frame is gone already. */
  senderFrame: Pick<WebFrameMain, 'url' | 'parent'> | null;
}

/** Only the exam page itself, in the exam window's own main frame, may call the shell. */
export function isExamPage({ sender, senderFrame }: Sender, window: Pick<BrowserWindow, 'webContents'>): boolean {
  return (
    sender === window.webContents &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    isExamAddress(senderFrame.url)
  );
}
