/** Entry point: copies an examination while its server runs. */
import { parseArgs } from 'node:util';
import { BUCKET_OPTIONS, BUCKET_USAGE, bucketPlace } from '../bucket/bucket-place.ts';
import { wholePath } from '../bucket/remote-file.ts';
import { makeBackup } from './make-backup.ts';
import { runOrder } from './run-order.ts';

const USAGE = `usage: --data DIR --to NEW_DIR [--postgres URL] [--since EARLIER_BACKUP] ${BUCKET_USAGE}`;

await runOrder(USAGE, async (args) => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: { data: text, to: text, postgres: text, since: text, ...BUCKET_OPTIONS },
  });
  const { data, to, postgres = null, since = null } = values;
  if (!data || !to) return null;
  const { files, missing } = await makeBackup({ data, to, postgres, store: bucketPlace(values), since });
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const remote = files.filter(({ path }) => wholePath(path) !== null).length;
  return [
    `Backed up to ${to}: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB, complete.`,
    'Recordings, pictures and theses in it are sealed: keep the evidence key too, apart from it.',
    ...(remote === 0
      ? []
      : [
          `Of ${remote} recordings it has the keys, and their rest stays in the bucket: with --store it has all of them.`,
        ]),
    ...(missing.length === 0
      ? []
      : [`Rows speak of ${missing.length} files that are not in ${data}, the first: ${missing[0]}`]),
  ].join('\n');
});
