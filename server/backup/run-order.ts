import { BucketRefused } from '../bucket/bucket-refused.ts';
import { EvidenceKeyRefused } from '../disk/evidence-keys.ts';
import { DatabaseRefused } from '../sql/database-refused.ts';
import { BackupError } from './backup-error.ts';

/** Runs a command of the operator's: prints what it returns, or why it could not; null means that it was called wrongly. */
export async function runOrder(usage: string, order: (args: string[]) => Promise<string | null>): Promise<void> {
  try {
    const said = await order(process.argv.slice(2));
    if (said !== null) return console.log(said);
    console.error(usage);
  } catch (cause) {
    const known = [BackupError, BucketRefused, DatabaseRefused, EvidenceKeyRefused].some(
      (refusal) => cause instanceof refusal,
    );
    const wrongOption = (cause as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    console.error(known ? (cause as Error).message : wrongOption ? `${(cause as Error).message}\n${usage}` : cause);
  }
  process.exitCode = 1;
}
