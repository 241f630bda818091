/**
 * Starts a packaged program as a candidate's computer would, with nothing but eyes and hands, and says what was seen.
 * `npm run dist -- --dir` ends with it. By itself: node build/setup.mjs test/package/main.ts EXECUTABLE [PICTURE.png]
 */
import { access, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readSampleAccounts } from '../../build/start/sample-accounts.ts';
import { runCommand, say } from '../../build/terminal.ts';
import type { AttemptEvent } from '../../shared/contract/views.ts';
import { type Centre, startCentre } from '../rehearsal/centre.ts';
import { type Display, openDisplay } from '../rehearsal/display.ts';
import { signInStaff } from '../rehearsal/staff-api.ts';
import { openPackagedWindow, prepareSandbox } from './packaged-window.ts';
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
  const told = new Promise<AttemptEvent>((resolve) => {
    seat.onEvent((event) => event.kind === 'signed_in' && resolve(event));
  });
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
    const event = await window.within(told, 'the proctor was not told of the sign-in');
    say(
      `考生已登录（监考员看到：${event.detail.platform}）`,
      `the candidate signed in (told to the proctor: ${event.detail.platform})`,
    );
    await window.appeared('IndexedDB/yunkao_exam_0.indexeddb.leveldb/CURRENT');
    say('作答记录已在本机打开', 'the journal is open on this computer');
    if (picture) await window.picture(resolve(picture));
  } finally {
    await window.end();
    seat.close();
  }
  const begun = await readFile(join(window.dataFolder, 'lockdown-ledger.json'), 'utf8').catch(() => '{"begun":[]}');
  if (JSON.parse(begun).begun.length > 0) throw new Error(`left locked: ${begun}`);
  say('已退出，电脑未被更改', 'it has ended and left the computer as it was');
}

await runCommand(async () => {
  const [executable = '', picture] = process.argv.slice(2);
  await access(executable);
  await prepareSandbox(dirname(executable));
  const display = await openDisplay();
  const centre = await startCentre({ sessionInSeconds: 600, durationSeconds: 600, breakSeconds: 60 });
  try {
    await signIn(resolve(executable), centre, display, picture);
    await tryToOpenItUp(resolve(executable), centre, display);
  } finally {
    await centre.close();
    await display.close();
  }
});
