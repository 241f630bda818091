import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { projectPath } from '../../build/project.ts';

export interface ExamProcess {
  app: ElectronApplication;
  page: Page;
  /** Every process of it stands still for that long, as on a computer under the heaviest load. */
  freeze(ms: number): Promise<void>;
  /** kill -9 to the shell and everything it started, as a power cut would. */
  kill(): Promise<void>;
  /**
   * What the candidate will choose in the system's own dialog for saving, which no page can reach: a path, or nothing.
   */
  choosePlace(path: string | null): Promise<void>;
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

function signalTree(pid: number, signal: NodeJS.Signals): void {
  for (const one of [pid, ...descendants(pid)]) {
    try {
      process.kill(one, signal);
    } catch (cause) {
      // A child may have died with its parent between the listing and here.
      if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
    }
  }
}

function killTree(pid: number): void {
  if (process.platform === 'win32') {
    execFileSync('taskkill', ['/F', '/T', '/PID', String(pid)]);
    return;
  }
  signalTree(pid, 'SIGKILL');
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
    app,
    page,
    async freeze(ms) {
      signalTree(child.pid ?? 0, 'SIGSTOP');
      await new Promise((resolve) => setTimeout(resolve, ms));
      signalTree(child.pid ?? 0, 'SIGCONT');
    },
    async kill() {
      const ended = once(child, 'exit');
      killTree(child.pid ?? 0);
      await ended;
    },
    choosePlace: (path) =>
      app.evaluate(({ dialog }, chosen) => {
        dialog.showSaveDialog = async () => ({ canceled: chosen === null, filePath: chosen ?? '' });
      }, path),
    close: () => app.close(),
  };
}
