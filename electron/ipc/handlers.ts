import type { CloseOutcome } from '../../shared/contract/prohibited-programs.ts';
import type { DeviceReport, ShellInfo } from '../../shared/contract/shell.ts';
import type { SealedStatement } from '../../shared/contract/shell-statement.ts';
import type { AnswerFileSaver } from '../answer-file/save-answer-file.ts';
import type { ProgramFinder } from '../device/programs/program-finder.ts';
import type { ProgramWatch } from '../device/programs/program-watch.ts';
import type { AttemptFiles } from '../disk/attempt-files.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { AttemptKeys } from '../journal/attempt-keys.ts';
import type { Lockdown } from '../lockdown/lockdown.ts';
import type { NetworkBreak } from '../lockdown/network-break.ts';
import type { LogFile } from '../log/log-file.ts';
import { sinceBoot } from '../power/since-boot.ts';
import type { Updates } from '../update/updates.ts';
import type { ShellHandlers } from './answer.ts';

export interface HandlerParts {
  info: ShellInfo;
  deviceReport(): Promise<DeviceReport>;
  programs: Pick<ProgramFinder, 'extend'>;
  closeProgram(id: string): Promise<CloseOutcome>;
  /** Goes on while the network settings are open: they are no reason to start something else. */
  programWatch: ProgramWatch;
  lockdown: Lockdown;
  networkBreak: NetworkBreak;
  evidence: Evidence;
  answerFiles: AnswerFileSaver;
  statement(attempt: { attemptId: string; epoch: number; attemptKey: string }): Promise<SealedStatement>;
  attemptKeys: AttemptKeys;
  journalReach: AttemptFiles;
  updates: Updates;
  log: LogFile;
  /** Undoes everything and ends the program. */
  end(): void;
}

/** What the shell does for the exam page, request by request. */
export function createHandlers(parts: HandlerParts): ShellHandlers {
  const { info, deviceReport, lockdown, networkBreak, evidence, attemptKeys, journalReach, answerFiles, log, end } =
    parts;
  const { programs, closeProgram, programWatch, updates } = parts;
  return {
    info: () => info,
    statement: parts.statement,
    deviceReport,
    sinceBoot: () => sinceBoot(process.platform),
    prohibitPrograms: ({ programs: extra }) => {
      programs.extend(extra);
      return undefined;
    },
    closeProgram: async ({ id }) => ({ outcome: await closeProgram(id) }),
    lock: () => {
      programWatch.begin();
      return lockdown.lock();
    },
    unlock: () => {
      programWatch.end();
      networkBreak.forget();
      return lockdown.unlock();
    },
    openNetworkSettings: () => networkBreak.begin(),
    lookForUpdate: () => {
      updates.look();
      return undefined;
    },
    installUpdate: () => {
      updates.install();
      return undefined;
    },
    evidenceOpen: (attempt) => {
      updates.forbid();
      return evidence.open(attempt).then(() => undefined);
    },
    evidencePut: ({ meta, bytes }) => evidence.put(meta, new Uint8Array(bytes)),
    evidenceGiveWay: ({ on }) => {
      evidence.giveWay(on);
      return undefined;
    },
    evidenceStatus: () => evidence.status(),
    answerFileSave: (file) => answerFiles.save(file),
    keepAttemptKey: async ({ attemptId, attemptKey }) => ({ kept: await attemptKeys.keep(attemptId, attemptKey) }),
    attemptKey: async ({ attemptId }) => ({ attemptKey: await attemptKeys.read(attemptId) }),
    keepJournalReach: ({ attemptId, reach }) => journalReach.write(attemptId, reach).then(() => undefined),
    async journalReach({ attemptId }) {
      const kept = await journalReach.read(attemptId);
      return { reach: kept?.toString('latin1') ?? null };
    },
    async forgetAttempt({ attemptId }) {
      await attemptKeys.forget(attemptId);
      await journalReach.remove(attemptId);
      return undefined;
    },
    log: ({ level, text }) => {
      log.write(level, `page: ${text}`);
      return undefined;
    },
    quit: () => {
      // After the answer has left.
      setImmediate(end);
      return undefined;
    },
  };
}
