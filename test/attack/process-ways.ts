import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectPath } from '../../build/project.ts';
import { ensureElectron } from '../../build/runtimes/electron.ts';
import type { Way } from './way.ts';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const PROCESS_WAYS: Way[] = [
  {
    area: 'processes',
    name: 'a second instance of the exam program',
    async attack({ premises, dataFolder }) {
      const { env } = premises.display;
      const args = ['--no-sandbox', projectPath('dist/electron/main.cjs'), `--user-data-dir=${dataFolder}`];
      const child = spawn(await ensureElectron(), args, { env, stdio: 'ignore' });
      await Promise.race([once(child, 'exit'), wait(10_000)]);
      const stays = child.exitCode === null && child.signalCode === null;
      if (stays) child.kill('SIGKILL');
      return async () => (stays ? 'a second one runs' : null);
    },
  },
  {
    area: 'processes',
    name: 'killing the process that draws (GPU)',
    async attack(exam) {
      process.kill(await exam.processOf('GPU'), 'SIGKILL');
      return null;
    },
  },
  {
    area: 'processes',
    name: 'killing the process of the network',
    async attack(exam) {
      process.kill(await exam.processOf('Utility'), 'SIGKILL');
      return null;
    },
  },
  {
    area: 'processes',
    name: 'stopping the page for two seconds (SIGSTOP)',
    async attack(exam) {
      const pid = await exam.processOf('Tab');
      process.kill(pid, 'SIGSTOP');
      await wait(2000);
      process.kill(pid, 'SIGCONT');
      return null;
    },
  },
];

/** After each of these the exam window is another one: they come last, one run each. */
export const LAST_WAYS: Way[] = [
  {
    area: 'processes',
    name: 'stopping the whole program for four seconds (SIGSTOP); timed from when it may run again',
    async attack({ exam }) {
      await exam.freeze(4000);
      return null;
    },
  },
  {
    area: 'page',
    name: 'closing itself (window.close)',
    async attack({ page }) {
      await page.evaluate(() => window.close()).catch(() => undefined);
      return null;
    },
  },
  {
    area: 'processes',
    name: 'killing the page',
    async attack(exam) {
      process.kill(await exam.processOf('Tab'), 'SIGKILL');
      return null;
    },
  },
  {
    area: 'processes',
    name: 'ending the program (SIGTERM)',
    async attack({ exam }) {
      process.kill(exam.app.process().pid ?? 0, 'SIGTERM');
      return null;
    },
  },
];
