import { contextBridge, type IpcRendererEvent, ipcRenderer, webFrame } from 'electron';
import type { ShellBridge, ShellEventName, ShellRequestName } from '../../shared/contract/shell.ts';
import { eventChannel, eventNames, requestChannel, requestNames, type ShellAnswer } from './channels.ts';

/** As far as this page asked for it. */
let locked = false;

/** Calls the shell. Rejects with an Error whose message is the closed reason. */
async function call(name: ShellRequestName, body: unknown): Promise<unknown> {
  const answer = (await ipcRenderer.invoke(requestChannel(name), body)) as ShellAnswer;
  if (answer.ok && (name === 'lock' || name === 'unlock')) locked = name === 'lock';
  if (answer.ok) return answer.value;
  throw new Error(answer.reason);
}

function on(name: ShellEventName, listener: (payload: unknown) => void): () => void {
  if (!eventNames.includes(name)) throw new Error('bad_request');
  const heard = (_event: IpcRendererEvent, payload: unknown) => listener(payload);
  ipcRenderer.on(eventChannel(name), heard);
  return () => {
    ipcRenderer.removeListener(eventChannel(name), heard);
  };
}

const requests = Object.fromEntries(requestNames.map((name) => [name, (body?: unknown) => call(name, body)]));
contextBridge.exposeInMainWorld('shell', { ...requests, on } as unknown as ShellBridge);

// Nothing is dragged out of the exam or dropped into it.
for (const name of ['dragstart', 'dragover', 'drop'] as const) {
  window.addEventListener(name, (event) => event.preventDefault(), true);
}

// A dialog to choose a file shows the whole computer; nothing of a locked examination asks for one.
const refuseFiles = (event: Event) => {
  if (locked && event.target instanceof HTMLInputElement && event.target.type === 'file') event.preventDefault();
};
window.addEventListener('click', refuseFiles, true);

// A page that closes itself is not asked about (the window's `close` does not come): there is nothing to close it with.
const CLOSE_NOTHING = "Object.defineProperty(window, 'close', { value() {}, writable: false, configurable: false })";
void webFrame.executeJavaScript(CLOSE_NOTHING);
