/**
 * Starts a packaged program as a candidate's computer would, with nothing but eyes and hands, and says what was seen.
 * `npm run dist -- --dir` ends with it. By itself: node build/setup.mjs test/package/main.ts EXECUTABLE [PICTURE.png]
 */

import { createPublicKey } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { access, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { readSampleAccounts } from '../../build/start/sample-accounts.ts';
import { runCommand, say } from '../../build/terminal.ts';
import type { AttemptEvent, EventKind } from '../../shared/contract/views.ts';
import { type Centre, startCentre } from '../rehearsal/centre.ts';
import { type Display, openDisplay } from '../rehearsal/display.ts';
import { signInStaff } from '../rehearsal/staff-api.ts';
import { tryNativeLibrary } from './native-library.ts';
import { openPackagedWindow, prepareSandbox } from './packaged-window.ts';
import { tryUpdate } from './update.ts';
import { tryToOpenItUp } from './ways-in.ts';

const CANDIDATE = 'LD20260003';
const EXAM_WINDOW = /^云考 Yunkao/;

/** Signs a candidate in by the keyboard and waits until the proctor is shown it. */
async function signIn(
  executable: string,
  centre: Centre,
  display: Display,
  picture: string | undefined,
): Promise<void> {
  const { candidates, staff } = await readSampleAccounts();
  const candidate = candidates.find(({ admissionNo }) => admissionNo === CANDIDATE);
  const proctor = staff.find(({ role }) => role === 'proctor');
  if (!candidate || !proctor) throw new Error('the sample has no such people');
  const seat = await signInStaff(centre.origin, await centre.certificate(), proctor);
  const events: AttemptEvent[] = [];
  const heard = new EventEmitter();
  seat.onEvent((event) => {
    events.push(event);
    heard.emit('event');
  });
  const told = async (kind: EventKind): Promise<AttemptEvent> => {
    for (;;) {
      const found = events.find((event) => event.kind === kind);
      if (found) return found;
      await once(heard, 'event');
    }
  };
  await seat.wall();
  const args = [`--server=${centre.origin}`, `--fingerprint=${centre.fingerprint}`];
  const window = await openPackagedWindow(executable, args, display.env);
  try {
    await window.shown((title) => EXAM_WINDOW.test(title));
    await window.logged('started');
    say('考试窗口已出现', 'the exam window is there');
    await window.type(candidate.admissionNo);
    await window.key('Tab');
    await window.type(candidate.identityNo);
    await window.key('Return');
    const event = await window.within(told('signed_in'), 'the proctor was not told of the sign-in');
    say(
      `考生已登录（监考员看到：${event.detail.platform}）`,
      `the candidate signed in (told to the proctor: ${event.detail.platform})`,
    );
    await window.appeared('IndexedDB/yunkao_exam_0.indexeddb.leveldb/CURRENT');
    say('作答记录已在本机打开', 'the journal is open on this computer');
    const { detail } = await window.within(told('shell_stated'), 'the proctor was not told of the build');
    const expected = process.env.YUNKAO_BUILD_KEY ? 'verified' : 'development';
    if (detail.verdict !== expected) throw new Error(`the build is not ${expected}: ${JSON.stringify(detail)}`);
    say(
      `构建：${detail.verdict}（${detail.commit}）`,
      `the build, as the proctor is told: ${detail.verdict}, ${detail.commit}`,
    );
    if (picture) await window.picture(resolve(picture));
  } finally {
    await window.end();
    seat.close();
  }
  const begun = await readFile(join(window.dataFolder, 'lockdown-ledger.json'), 'utf8').catch(() => '{"begun":[]}');
  if (JSON.parse(begun).begun.length > 0) throw new Error(`left locked: ${begun}`);
  say('已退出，电脑未被更改', 'it has ended and left the computer as it was');
}

/** The public half of the key the package was signed with; none: it is one for development. */
async function publicKeyFile(): Promise<string | undefined> {
  const key = process.env.YUNKAO_BUILD_KEY;
  if (!key) return undefined;
  const file = join(await mkdtemp(join(tmpdir(), 'yunkao-build-key-')), 'public.pem');
  await writeFile(file, createPublicKey(await readFile(key)).export({ type: 'spki', format: 'pem' }));
  return file;
}

await runCommand(async () => {
  const [executable = '', picture] = process.argv.slice(2);
  await access(executable);
  await tryNativeLibrary(resolve(dirname(executable)));
  say('本机库可从程序包中载入', 'the native library loads from the package, also in a thread');
  await prepareSandbox(dirname(executable));
  const display = await openDisplay();
  const times = { sessionInSeconds: 600, durationSeconds: 600, breakSeconds: 60 };
  const centre = await startCentre(times, undefined, {}, await publicKeyFile());
  try {
    await signIn(resolve(executable), centre, display, picture);
    await tryToOpenItUp(resolve(executable), centre, display);
    await tryUpdate(resolve(executable), display);
  } finally {
    await centre.close();
    await display.close();
  }
});
