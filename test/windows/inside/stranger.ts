import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manner } from './plain-window.ts';
import { until } from './until.ts';

/** A program beside the exam, started by us. */
export interface Stranger {
  readonly window: number;
  /** Virtual-key codes of the presses that reached its window, in order. */
  keys(): number[];
  end(): Promise<void>;
}

/** `program`: the executable, whose name is what a proctor reads. */
export async function startStranger(
  program: string,
  folder: string,
  title: string,
  ...manner: Manner[]
): Promise<Stranger> {
  const log = join(folder, `${title}.log`);
  const child = spawn(program, [join(__dirname, 'stranger.cjs'), log, title, ...manner], { stdio: 'ignore' });
  const lines = (): { window?: number; key?: number }[] => {
    try {
      return readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line));
    } catch {
      return [];
    }
  };
  await until(`the window ${title}`, () => lines().length > 0);
  return {
    window: lines()[0]?.window ?? 0,
    keys: () => lines().flatMap(({ key }) => key ?? []),
    async end() {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}
