import type { ShellEventName, ShellRequestName } from '../../shared/contract/shell.ts';

/**
 * Names only, so that preload carries no schemas. Typed from the contract: one that is missing, or one too many,
 * does not compile.
 */
const requests: Record<ShellRequestName, true> = {
  info: true,
  deviceReport: true,
  prohibitPrograms: true,
  closeProgram: true,
  sinceBoot: true,
  lock: true,
  unlock: true,
  openNetworkSettings: true,
  evidenceOpen: true,
  evidencePut: true,
  evidenceGiveWay: true,
  evidenceStatus: true,
  keepAttemptKey: true,
  statement: true,
  attemptKey: true,
  keepJournalReach: true,
  journalReach: true,
  forgetAttempt: true,
  answerFileSave: true,
  lookForUpdate: true,
  installUpdate: true,
  log: true,
  quit: true,
};
const events: Record<ShellEventName, true> = {
  finding: true,
  evidenceStatus: true,
  update: true,
  resumed: true,
};

export const requestNames = Object.keys(requests) as ShellRequestName[];
export const eventNames = Object.keys(events) as ShellEventName[];

export const requestChannel = (name: ShellRequestName): string => `shell:${name}`;
export const eventChannel = (name: ShellEventName): string => `shell:event:${name}`;

/** What a request is answered with. An error would lose its reason on the way, so a refusal is a value. */
export type ShellAnswer = { ok: true; value: unknown } | { ok: false; reason: string };
