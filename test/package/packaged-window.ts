import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, chown, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Debian's `nobody`: who packages as root starts the package as somebody else, since it refuses --no-sandbox. */
const NOBODY = { uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;

/** The packaged program on a display, with nothing but eyes and hands: it lets no debugger in. */
export interface PackagedWindow {
  process: ChildProcess;
  dataFolder: string;
  /** Waits until a window's title satisfies the test; throws when none does in time or the program ends before. */
  shown(wanted: (title: string) => boolean): Promise<string>;
  /** Waits until the shell's log has the text. */
  logged(text: string): Promise<void>;
  /** Throws when the shell's log has the text. */
  neverLogged(text: string): Promise<void>;
  /** Waits until a file of the data folder is there. */
  appeared(path: string): Promise<void>;
  /** What is promised, or an error with what the program said. */
  within<Value>(promised: Promise<Value>, otherwise: string): Promise<Value>;
  type(text: string): Promise<void>;
  key(name: string): Promise<void>;
  picture(file: string): Promise<void>;
  end(): Promise<void>;
}

/** Gives the unpacked sandbox helper what an installer of the system gives it; Chromium runs no page without. */
export async function prepareSandbox(folder: string): Promise<void> {
  if (!isRoot) return;
  await chown(join(folder, 'chrome-sandbox'), 0, 0);
  await chmod(join(folder, 'chrome-sandbox'), 0o4755);
}

export async function newCandidateFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'yunkao-package-'));
  if (isRoot) await chown(folder, NOBODY.uid, NOBODY.gid);
  return folder;
}

const PATIENCE_MS = 30_000;
const LOOK_AGAIN_MS = 200;

export async function openPackagedWindow(
  executable: string,
  args: readonly string[],
  display: NodeJS.ProcessEnv,
  more: NodeJS.ProcessEnv = {},
): Promise<PackagedWindow> {
  const dataFolder = await newCandidateFolder();
  const env = { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8', DISPLAY: display.DISPLAY, HOME: dataFolder, ...more };
  const child = spawn(executable, [`--user-data-dir=${dataFolder}/data`, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(isRoot ? NOBODY : {}),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes) => {
      said += bytes;
    });
  }
  const xdotool = (...all: string[]) => run('xdotool', all, { env: { ...process.env, ...display } });
  const titles = async (): Promise<string[]> => {
    const found = await xdotool('search', '--onlyvisible', '--name', '.').catch(() => ({ stdout: '' }));
    const ids = found.stdout.trim().split('\n').filter(Boolean);
    return Promise.all(
      ids.map(async (id) => (await xdotool('getwindowname', id).catch(() => ({ stdout: '' }))).stdout.trim()),
    );
  };
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const failure = async (what: string): Promise<Error> =>
    new Error(`${what}; windows: ${(await titles()).join(' | ')}; exit ${child.exitCode}\n${said.slice(-2000)}`);
  async function until<Value>(look: () => Promise<Value | undefined>, otherwise: string): Promise<Value> {
    for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await wait(LOOK_AGAIN_MS)) {
      const seen = await look();
      if (seen !== undefined) return seen;
      if (hasEnded()) break;
    }
    throw await failure(otherwise);
  }
  const logText = () => readFile(join(dataFolder, 'data/logs/shell.log'), 'utf8').catch(() => '');

  return {
    process: child,
    dataFolder: join(dataFolder, 'data'),
    shown: (wanted) => until(async () => (await titles()).find(wanted), 'no such window'),
    logged: (text) =>
      until(async () => ((await logText()).includes(text) ? null : undefined), `its log has no “${text}”`).then(
        () => undefined,
      ),
    async neverLogged(text) {
      if ((await logText()).includes(text)) throw await failure(`its log has “${text}”`);
    },
    appeared: (path) =>
      until(
        () =>
          access(join(dataFolder, 'data', path)).then(
            () => null,
            () => undefined,
          ),
        `there is no ${path}`,
      ).then(() => undefined),
    async within(promised, otherwise) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<null>((resolve) => {
        timer = setTimeout(() => resolve(null), PATIENCE_MS);
      });
      const outcome = await Promise.race([promised.then((value) => ({ value })), late]);
      clearTimeout(timer);
      if (outcome === null) throw await failure(otherwise);
      return outcome.value;
    },
    type: (text) => xdotool('type', '--delay', '30', text).then(() => undefined),
    key: (name) => xdotool('key', name).then(() => undefined),
    picture: (file) =>
      run('ffmpeg', [
        '-y',
        '-loglevel',
        'error',
        '-f',
        'x11grab',
        '-i',
        String(display.DISPLAY),
        '-frames:v',
        '1',
        file,
      ]).then(() => undefined),
    async end() {
      if (hasEnded()) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(hard);
    },
  };
}
