import { readFile } from 'node:fs/promises';
import { binaryPropertyText } from './binary-property-list.ts';

const KEY = 'CFBundleIdentifier';

/** The outermost application that a program lies in: its helpers lie in applications of their own within it. */
export function applicationOf(path: string): string | null {
  return /^(.*?[.]app)\/Contents\//.exec(path)?.[1] ?? null;
}

const unescaped = (text: string): string => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

/** The bundle id of an Info.plist, which is XML or binary; null where it names none. */
export function bundleIdIn(plist: Buffer): string | null {
  if (plist.subarray(0, 8).toString('latin1') === 'bplist00') return binaryPropertyText(plist, KEY);
  const text = /<key>\s*CFBundleIdentifier\s*<\/key>\s*<string>([^<]*)<\/string>/.exec(plist.toString('utf8'))?.[1];
  return text ? unescaped(text).trim() : null;
}

/** The bundle id of the application that the program at `path` belongs to; null outside of one. */
export async function readBundleId(path: string): Promise<string | null> {
  const application = applicationOf(path);
  return application && bundleIdIn(await readFile(`${application}/Contents/Info.plist`));
}
