/** Another program that types. Usage: node typist.cjs MILLISECONDS MARK HELD... KEY: presses the combination, then the mark, again and again. */
import { loadWin32 } from '../../../electron/lockdown/windows/win32.ts';
import { createTypist } from './typist.ts';

async function main(): Promise<void> {
  const [milliseconds = 0, mark = 0, ...keys] = process.argv.slice(2).map(Number);
  const typist = createTypist(await loadWin32());
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    typist.press(keys.slice(0, -1), keys.at(-1) ?? 0);
    typist.press([], mark);
  }
  process.exit(0);
}

void main();
