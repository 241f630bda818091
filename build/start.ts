import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createHttpClient } from '../shared/contract/http-client.ts';
import { pinnedFetch } from './pinned-fetch.ts';
import { prepare } from './prepare.ts';
import { announcement } from './start/announcement.ts';
import { endChild } from './start/child-end.ts';
import { type ExamCentre, startExamCentre } from './start/exam-centre.ts';
import { hasDisplay, openExamWindow } from './start/exam-window.ts';
import { parseStartOptions, type StartOptions } from './start/options.ts';
import { readSampleAccounts } from './start/sample-accounts.ts';
import { runCommand, SetupError, say } from './terminal.ts';

async function announce(
  { origin, fingerprint, addresses }: ExamCentre,
  { dataDir, evidenceKey: [, evidenceKey = `${dataDir}.key`] }: StartOptions,
): Promise<void> {
  const call = createHttpClient({ origin, token: () => null, fetch: pinnedFetch(fingerprint) });
  const { examinations } = await call('examinations', {});
  const origins = [...new Set([origin, ...addresses])];
  const accounts = await readSampleAccounts();
  console.log(announcement({ origins, fingerprint, accounts, examinations, dataDir, evidenceKey }));
}

/** The exam window, or null (said why) where there is none to open. */
async function openWindow(electron: string, centre: ExamCentre, options: StartOptions): Promise<ChildProcess | null> {
  if (!options.window) return null;
  if (!hasDisplay(process.platform, process.env)) {
    say(
      '没有显示器：只启动了服务。要看完整考试过程，请运行 npm run rehearsal',
      'No display: only the server runs. To see a whole examination, run npm run rehearsal',
    );
    return null;
  }
  const window = await openExamWindow(electron, centre, options.dataDir);
  window.once('error', (cause) => say('考试窗口无法打开', `The exam window could not be opened: ${cause.message}`));
  window.once('exit', (code) =>
    say(
      `考试窗口已关闭（${code ?? '被终止'}），服务仍在运行，按 Ctrl+C 停止`,
      `The exam window has closed (${code ?? 'killed'}), the server goes on; press Ctrl+C to stop`,
    ),
  );
  return window;
}

/** Resolves when the person wants to stop. Repeats of the signal are taken for the same wish. */
function stopWish(): Promise<'stop'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('stop'));
  });
}

await runCommand(async () => {
  const options = parseStartOptions(process.argv.slice(2));
  const { electron } = await prepare();
  const stopped = stopWish();
  const centre = await startExamCentre(options);
  const died = once(centre.process, 'exit').then(() => 'died' as const);
  await announce(centre, options);
  const window = await openWindow(electron, centre, options);
  const end = await Promise.race([stopped, died]);
  window?.removeAllListeners('exit');
  if (window) await endChild(window);
  if (end === 'died') {
    throw new SetupError(
      '服务意外停止，原因见上。已保存的数据不受影响，请重新运行 npm start。',
      'The server stopped unexpectedly, see above. What was saved is safe; run npm start again.',
    );
  }
  say('正在停止……', 'Stopping…');
  await endChild(centre.process);
});
