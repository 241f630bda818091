import { join } from 'node:path';
import * as z from 'zod';
import type { Step } from '../../startup/step.ts';
import { restoreNote } from './restore-note.ts';
import { loadWin32, type Win32 } from './win32.ts';

type Parameters = Pick<Win32, 'SystemParametersInfoW'>;

/** Settings of SystemParametersInfo (winuser.h): how they are read and written, and the size of their structure. */
const SETTINGS = [
  { name: 'StickyKeys', get: 0x3a, set: 0x3b, size: 8 },
  { name: 'FilterKeys', get: 0x32, set: 0x33, size: 24 },
  { name: 'ToggleKeys', get: 0x34, set: 0x35, size: 8 },
] as const;
type Setting = (typeof SETTINGS)[number];

const FLAGS_AT = 4;
/** The shortcut, and the question it puts over the exam. The help itself stays for whoever has turned it on. */
const SHORTCUT = 0x4 | 0x8;
/** Not into the user's profile: signing out alone would undo it. */
const FOR_THIS_SESSION = 0;

const NoteSchema = z.array(z.object({ name: z.string(), bytes: z.string() }));

function read(system: Parameters, { get, size, name }: Setting): Buffer {
  const value = Buffer.alloc(size);
  value.writeUInt32LE(size, 0);
  if (!system.SystemParametersInfoW(get, size, value, 0)) throw new Error(`${name} cannot be read`);
  return value;
}

function write(system: Parameters, { set, size, name }: Setting, value: Buffer): void {
  if (!system.SystemParametersInfoW(set, size, value, FOR_THIS_SESSION)) throw new Error(`${name} cannot be changed`);
}

const hasShortcut = (value: Buffer) => (value.readUInt32LE(FLAGS_AT) & SHORTCUT) !== 0;

/** Five times Shift, eight seconds of Shift, five of NumLock: each opens a question of the system over the exam. */
export function accessibilityKeysMeasure(folder: string, load: () => Promise<Parameters> = loadWin32): Step {
  const note = restoreNote(join(folder, 'accessibility-keys.json'), NoteSchema);
  let system: Parameters | null = null;
  return {
    name: 'accessibility_keys',
    async perform() {
      const parameters = await load();
      const before = SETTINGS.map((setting) => ({ setting, value: read(parameters, setting) }));
      // A note that is still there is older than what an earlier run changed: it is the one to go back to.
      if ((await note.read()) === null) {
        await note.write(before.map(({ setting, value }) => ({ name: setting.name, bytes: value.toString('base64') })));
      }
      for (const { setting, value } of before.filter((each) => hasShortcut(each.value))) {
        value.writeUInt32LE((value.readUInt32LE(FLAGS_AT) & ~SHORTCUT) >>> 0, FLAGS_AT);
        write(parameters, setting, value);
      }
      system = parameters;
      return undefined;
    },
    probe: () => SETTINGS.every((setting) => system !== null && !hasShortcut(read(system, setting))),
    async revert() {
      const kept = await note.read();
      if (kept !== null) {
        const parameters = await load();
        for (const setting of SETTINGS) {
          const bytes = kept.find(({ name }) => name === setting.name)?.bytes;
          const value = Buffer.from(bytes ?? '', 'base64');
          if (value.length === setting.size && !read(parameters, setting).equals(value))
            write(parameters, setting, value);
        }
        await note.forget();
      }
      system = null;
    },
  };
}
