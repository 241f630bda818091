import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { projectPath } from '../project.ts';
import { say } from '../terminal.ts';
import type { ExamCentre } from './exam-centre.ts';

/** True where a window can appear at all. */
export function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Opens the exam window on the exam centre. Its own output goes to a log file in the data directory, whose path is
 * said: Chromium is talkative, and the terminal belongs to the accounts.
 */
export async function openExamWindow(electron: string, centre: ExamCentre, dataDir: string): Promise<ChildProcess> {
  const userData = join(dataDir, 'exam-window');
  await mkdir(userData, { recursive: true });
  const args = [
    projectPath('dist/electron/main.cjs'),
    `--server=${centre.origin}`,
    `--fingerprint=${centre.fingerprint}`,
    `--user-data-dir=${userData}`,
  ];
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    say(
      '以 root 运行：Chromium 沙箱已关闭（--no-sandbox）',
      'Running as root: the Chromium sandbox is off (--no-sandbox)',
    );
    args.unshift('--no-sandbox');
  }
  const logFile = join(dataDir, 'exam-window.log');
  const log = await open(logFile, 'a');
  // An editor built on Electron leaves this in its terminals; it would turn the window into plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = spawn(electron, args, { stdio: ['ignore', log.fd, log.fd], env });
  await log.close();
  say(`考试窗口已打开，日志：${logFile}`, `The exam window is open, its log: ${logFile}`);
  return child;
}
