/** Entry point: hands over what was reported to the provincial centre, while the server runs. */
import { parseArgs } from 'node:util';
import { runOrder } from '../backup/run-order.ts';
import { BUCKET_OPTIONS, BUCKET_USAGE, bucketPlace } from '../bucket/bucket-place.ts';
import { makeExport } from './make-export.ts';

await runOrder(
  `usage: --data DIR --to NEW_DIR [--postgres URL] [--also ADMISSION_NO,...] [--evidence-key FILE] ${BUCKET_USAGE}`,
  async (args) => {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      args,
      options: { data: text, to: text, postgres: text, also: text, 'evidence-key': text, ...BUCKET_OPTIONS },
    });
    const { data, to, postgres = null } = values;
    if (!data || !to) return null;
    const also = values.also?.split(',') ?? [];
    const { cases, clips, pictures, recordings, wrong, manifestSha256 } = await makeExport({
      ...{ data, to, postgres, also, evidenceKey: values['evidence-key'] ?? null },
      store: bucketPlace(values),
    });
    if (wrong.length > 0) process.exitCode = 1;
    return [
      `Exported to ${to}: ${cases} cases, ${clips} clips, ${pictures} pictures, ${recordings} whole recordings.`,
      `Keep this hash of its list apart from it: ${manifestSha256}`,
      ...wrong.map((fault) => `WRONG: ${fault}`),
    ].join('\n');
  },
);
