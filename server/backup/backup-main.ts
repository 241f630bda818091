/** Entry point: copies an examination while its server runs. */
import { parseArgs } from 'node:util';
import { makeBackup } from './make-backup.ts';
import { runOrder } from './run-order.ts';

const USAGE = 'usage: --data DIR --to NEW_DIR [--postgres URL] [--since EARLIER_BACKUP]';

await runOrder(USAGE, async (args) => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { data: text, to: text, postgres: text, since: text } });
  const { data, to, postgres = null, since = null } = values;
  if (!data || !to) return null;
  const { files, missing } = await makeBackup({ data, to, postgres, since });
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const done = `Backed up to ${to}: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB, complete.\nRecordings, pictures and theses in it are sealed: keep the evidence key too, apart from it.`;
  if (missing.length === 0) return done;
  return `${done}\nRows speak of ${missing.length} files that are not in ${data}, the first: ${missing[0]}`;
});
