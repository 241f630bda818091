import { access, chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from '../../build/terminal.ts';
import type { Centre } from '../rehearsal/centre.ts';
import type { Display } from '../rehearsal/display.ts';
import { openPackagedWindow } from './packaged-window.ts';

interface WayIn {
  name: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** A port of this computer on which the way would let somebody in. */
  port?: number;
  /** Refused with a window that says so; else the exam window opens as if nothing had been asked. */
  refused: boolean;
}

/** `mark`: a script that would leave a file if it ran. */
const waysIn = (mark: string): WayIn[] => [
  { name: 'ELECTRON_RUN_AS_NODE', args: [mark], env: { ELECTRON_RUN_AS_NODE: '1' }, refused: false },
  { name: 'NODE_OPTIONS', args: [], env: { NODE_OPTIONS: `--require=${mark}` }, refused: false },
  { name: '--inspect', args: ['--inspect=47115'], env: {}, port: 47_115, refused: true },
  { name: '--remote-debugging-port', args: ['--remote-debugging-port=47116'], env: {}, port: 47_116, refused: true },
];

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Tries the switches and variables that open an Electron program to somebody else. Throws at the first that does. */
export async function tryToOpenItUp(executable: string, centre: Centre, display: Display): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'yunkao-way-in-'));
  await chmod(folder, 0o777);
  const [mark, ran] = [join(folder, 'mark.cjs'), join(folder, 'ran')];
  await writeFile(mark, `require('node:fs').writeFileSync(${JSON.stringify(ran)}, '')`);
  const server = [`--server=${centre.origin}`, `--fingerprint=${centre.fingerprint}`];
  try {
    for (const way of waysIn(mark)) {
      const window = await openPackagedWindow(executable, [...way.args, ...server], display.env, way.env);
      try {
        await window.shown((title) => title !== '');
        if (!way.refused) await window.logged('started');
        else if (await exists(join(window.dataFolder, 'logs/shell.log'))) await window.neverLogged('started');
        if (way.port !== undefined && (await isOpen(way.port))) throw new Error(`${way.name} lets somebody in`);
        if (await exists(ran)) throw new Error(`${way.name} runs what is not the program`);
      } finally {
        await window.end();
      }
      say(
        `${way.name}：${way.refused ? '被拒绝' : '不起作用'}`,
        `${way.name}: ${way.refused ? 'refused' : 'without effect'}`,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
