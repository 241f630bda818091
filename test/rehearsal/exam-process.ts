import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { projectPath } from '../../build/project.ts';

export interface ExamProcess {
  page: Page;
  /** kill -9 to the shell and everything it started, as a power cut would. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface ExamStart {
  electron: string;
  env: NodeJS.ProcessEnv;
  server: string;
  fingerprint: string;
  dataDir: string;
  /** Chromium's switches for camera and microphone (exam-camera.ts). */
  camera: readonly string[];
}

function descendants(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const line of execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')) {
    const [child = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
    children.set(parent, [...(children.get(parent) ?? []), child]);
  }
  const below = (parent: number): number[] => (children.get(parent) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

function killTree(pid: number): void {
  if (process.platform === 'win32') {
    execFileSync('taskkill', ['/F', '/T', '/PID', String(pid)]);
    return;
  }
  for (const one of [pid, ...descendants(pid)]) {
    try {
      process.kill(one, 'SIGKILL');
    } catch (cause) {
      // A child may have died with its parent between the listing and here.
      if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
    }
  }
}

/** Starts the real exam shell. */
export async function startExam({
  electron,
  env,
  server,
  fingerprint,
  dataDir,
  camera,
}: ExamStart): Promise<ExamProcess> {
  const app: ElectronApplication = await _electron.launch({
    executablePath: electron,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...camera,
      projectPath('dist/electron/main.cjs'),
      `--server=${server}`,
      `--fingerprint=${fingerprint}`,
      `--user-data-dir=${dataDir}`,
    ],
    env: env as Record<string, string>,
  });
  const child = app.process();
  const page = await app.firstWindow();
  return {
    page,
    async kill() {
      const ended = once(child, 'exit');
      killTree(child.pid ?? 0);
      await ended;
    },
    close: () => app.close(),
  };
}
