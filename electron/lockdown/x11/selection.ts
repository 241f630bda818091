import type { XConnection } from './x-connection.ts';

/** What is selected, as the protocol numbers it. */
export const PRIMARY = 1;
export const NOBODY = 0;
const OWNER_CHANGED = 1;

/** Tells each owner that what is selected gets, for as long as the line is open. Rejects where the X server cannot tell (XFIXES). */
export async function watchSelection(line: XConnection, changed: (owner: number) => void): Promise<void> {
  const fixes = await line.ask<{ SelectSelectionInput(window: number, selection: number, events: number): void }>(
    (reply) => line.client.require('fixes', reply),
  );
  fixes.SelectSelectionInput(line.root, PRIMARY, OWNER_CHANGED);
  line.client.on('event', ({ name, owner }) => {
    if (name === 'SelectionNotify') changed(owner);
  });
  if ((await line.settled()) > 0) throw new Error('the X server does not tell of selections');
}
