import type { XClient } from 'x11';
import { cardinals } from '../../electron/lockdown/x11/window-facts.ts';
import { connectToX } from '../../electron/lockdown/x11/x-connection.ts';

/** What of a desk the lock takes or changes, each in words: alike before and after, it is as it was. */
export type DeskState = Record<string, string>;

interface Client extends XClient {
  GetScreenSaver(reply: (cause: Error | null | undefined, answer: object) => void): void;
}

/** Alt, Meta and Super, left and right, as keycodes of a common keyboard. */
const SWITCHING_KEYS = [64, 108, 133, 134, 205, 204, 206];
const ANY_MODIFIER = 0x8000;

/** Looks at the desk over a line of its own, and takes nothing. */
export async function deskNow(display: string): Promise<DeskState> {
  const x = await connectToX(display);
  const client = x.client as Client;
  const grabbed: number[] = [];
  for (const key of SWITCHING_KEYS) {
    client.GrabKey(x.root, 0, ANY_MODIFIER, key, 1, 1);
    // Refused: somebody else holds it.
    if ((await x.settled()) > 0) grabbed.push(key);
    else client.UngrabKey(x.root, key, ANY_MODIFIER);
  }
  const owned: string[] = [];
  for (const name of ['CLIPBOARD', 'PRIMARY']) {
    const selection = await x.atom(name);
    if ((await x.ask<number>((reply) => client.GetSelectionOwner(selection, reply))) !== 0) owned.push(name);
  }
  const desk = async (name: string) => (await cardinals(x, x.root, name)).join();
  const state: DeskState = {
    'keys held': grabbed.join(),
    'clipboards filled': owned.join(),
    workspace: await desk('_NET_CURRENT_DESKTOP'),
    workspaces: await desk('_NET_NUMBER_OF_DESKTOPS'),
    'bare desktop shown': await desk('_NET_SHOWING_DESKTOP'),
    'room for windows': await desk('_NET_WORKAREA'),
    windows: await desk('_NET_CLIENT_LIST'),
    display: await desk('_NET_DESKTOP_GEOMETRY'),
    'screen saver': JSON.stringify(await x.ask<object>((reply) => client.GetScreenSaver(reply))),
  };
  x.close();
  return state;
}

/** What differs, in words. */
export const changes = (before: DeskState, after: DeskState): string[] =>
  Object.keys(before)
    .filter((name) => before[name] !== after[name])
    .map((name) => `${name}: “${after[name]}”, was “${before[name]}”`);
