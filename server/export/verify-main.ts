/** Entry point: checks an export by itself, without the exam centre. */
import { parseArgs } from 'node:util';
import { runOrder } from '../backup/run-order.ts';
import { verifyExport } from './export-manifest.ts';

await runOrder('usage: DIR', async (args) => {
  const [directory] = parseArgs({ args, allowPositionals: true }).positionals;
  if (!directory) return null;
  const { files, cases, manifestSha256, faults } = await verifyExport(directory);
  if (faults.length > 0) process.exitCode = 1;
  return [
    faults.length === 0
      ? `All ${files} files of ${cases} cases are as they were exported.`
      : `${faults.length} faults among ${files} files of ${cases} cases:`,
    ...faults,
    `Hash of the list: ${manifestSha256}`,
  ].join('\n');
});
