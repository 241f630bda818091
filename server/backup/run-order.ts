import { DatabaseRefused } from '../sql/database-refused.ts';
import { BackupError } from './backup-error.ts';

/** Runs a command of the operator's: prints what it returns, or why it could not; null means that it was called wrongly. */
export async function runOrder(usage: string, order: (args: string[]) => Promise<string | null>): Promise<void> {
  try {
    const said = await order(process.argv.slice(2));
    if (said !== null) return console.log(said);
    console.error(usage);
  } catch (cause) {
    const known = cause instanceof BackupError || cause instanceof DatabaseRefused;
    const wrongOption = (cause as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    console.error(known ? cause.message : wrongOption ? `${(cause as Error).message}\n${usage}` : cause);
  }
  process.exitCode = 1;
}
