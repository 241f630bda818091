/** Entry point: puts a backup where a server can be started on it. */
import { parseArgs } from 'node:util';
import { keyFileBeside } from '../disk/evidence-keys.ts';
import { restoreBackup } from './restore-backup.ts';
import { runOrder } from './run-order.ts';

const USAGE = 'usage: --from BACKUP --data NEW_DIR [--postgres URL_OF_AN_EMPTY_DATABASE]';

await runOrder(USAGE, async (args) => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { from: text, data: text, postgres: text } });
  const { from, data, postgres = null } = values;
  if (!from || !data) return null;
  const { files, madeAt } = await restoreBackup({ from, data, postgres });
  return `Restored to ${data}: ${files.length} files, each as the list says, from ${madeAt}. Start the server on it, with the\nevidence key it had: beside it as ${keyFileBeside(data)}, or by --evidence-key.`;
});
