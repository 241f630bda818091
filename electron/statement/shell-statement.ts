import { createHmac } from 'node:crypto';
import { type SealedStatement, type ShellStatement, sealedText } from '../../shared/contract/shell-statement.ts';
import type { LogFile } from '../log/log-file.ts';
import { packagedBuild } from './packaged-build.ts';

export interface StatementParts {
  /** Where the program lies. */
  folder: string;
  version: string;
  electron: string;
  platform: string;
  measures: readonly string[];
  prohibitedPrograms: string;
  log: LogFile;
}

/** What this program says about itself, sealed for one sign-in. A description that cannot be read is left out. */
export function createShellStatement({ folder, log, measures, ...about }: StatementParts) {
  return async (attempt: { attemptId: string; epoch: number; attemptKey: string }): Promise<SealedStatement> => {
    const { attemptId, epoch, attemptKey } = attempt;
    const packaged = await packagedBuild(folder, `${process.platform}_${process.arch}`).catch((cause: unknown) => {
      log.write('error', `the description of the package: ${cause}`);
      return { build: null, signature: null, altered: ['build.json'] };
    });
    if (packaged.altered.length > 0) log.write('warn', `files are not as packaged: ${packaged.altered.join(', ')}`);
    const statement: ShellStatement = { attemptId, epoch, ...packaged, ...about, measures: [...measures] };
    const seal = createHmac('sha256', Buffer.from(attemptKey, 'base64')).update(sealedText(statement)).digest('hex');
    return { statement, seal };
  };
}
