/** `npm run windows`: the Windows measures take and give back, by real calls of Windows under Wine. */
import { writeFile } from 'node:fs/promises';
import { findWine } from '../../build/runtimes/wine.ts';
import { runCommand, say } from '../../build/terminal.ts';
import { table } from '../rehearsal/figures.ts';
import { parseOptions } from './options.ts';
import { runInWine } from './wine-machine.ts';

await runCommand(async () => {
  const { json, parts } = parseOptions(process.argv.slice(2));
  const wine = findWine();
  if (!wine) {
    say(
      '没有 Wine：Windows 措施未经检验（Debian：apt-get install wine64）',
      'NOT RUN: no Wine here (Debian: apt-get install wine64)',
    );
    if (json) await writeFile(json, '[]\n');
    return;
  }
  const figures = await runInWine(wine, parts);
  console.log(`\n${table(figures)}`);
  if (json) await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`);
  process.exitCode = figures.every(({ holds }) => holds) ? 0 : 1;
});
