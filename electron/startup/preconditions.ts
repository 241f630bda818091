import { dirname, resolve } from 'node:path';
import type { App, Dialog } from 'electron';
import { addressProblemWords, type DialogWords, refusedSwitchWords } from './dialog-words.ts';
import { AddressProblem, argumentValue, findServerAddress, type ServerAddress } from './server-address.ts';

/** Puts the program's data where the command line wants it, else in a folder of the program's own name. */
export function chooseDataFolder(app: App, args: readonly string[]): string {
  app.setName('Yunkao');
  const given = argumentValue(args, 'user-data-dir');
  if (given !== null) app.setPath('userData', resolve(given));
  return app.getPath('userData');
}

export function tell(dialog: Dialog, { title, text }: DialogWords): void {
  dialog.showErrorBox(title, text);
}

/** The server to talk to; null after the candidate has been told why there is none or why the program may not run. */
export function mayStart(
  app: App,
  dialog: Dialog,
  args: readonly string[],
  refused: readonly string[],
): ServerAddress | null {
  if (refused.length > 0) {
    tell(dialog, refusedSwitchWords(refused));
    return null;
  }
  try {
    return findServerAddress(args, [dirname(app.getPath('exe')), process.resourcesPath, app.getPath('userData')]);
  } catch (cause) {
    if (!(cause instanceof AddressProblem)) throw cause;
    tell(dialog, addressProblemWords(cause));
    return null;
  }
}
