import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import {
  BuildSchema,
  type SealedStatement,
  type ShellStatement,
  type StatementDoubt,
  type StatementVerdict,
  sealedText,
} from '../../shared/contract/shell-statement.ts';
import type { Storage } from '../sql/storage.ts';
import type { Events } from './events.ts';

export interface ShellStatements {
  /** Judges what a candidate's program says about itself and tells the proctor, once. Never refuses. */
  take(caller: { attemptId: string; epoch: number }, sealed: SealedStatement): Promise<void>;
}

interface Parts {
  store: Storage;
  events: Events;
  /** Public keys of those whose builds are known here, PEM. */
  buildKeys: readonly string[];
}

interface Judgement {
  verdict: StatementVerdict;
  doubt?: StatementDoubt;
}

export function createShellStatements({ store, events, buildKeys }: Parts): ShellStatements {
  const keys = buildKeys.map((pem) => createPublicKey(pem));

  const isSealed = ({ statement, seal }: SealedStatement, attemptKey: string): boolean => {
    const expected = createHmac('sha256', Buffer.from(attemptKey, 'base64')).update(sealedText(statement)).digest();
    return timingSafeEqual(expected, Buffer.from(seal, 'hex'));
  };
  const isSigned = (build: string, signature: string): boolean =>
    keys.some((key) => verify(null, Buffer.from(build), key, Buffer.from(signature, 'base64')));

  const judge = (statement: ShellStatement, sealed: boolean): Judgement => {
    const { build, signature, altered } = statement;
    if (!sealed) return { verdict: 'unverifiable', doubt: 'seal' };
    if (build === null || signature === null) return { verdict: 'development' };
    if (!isSigned(build, signature)) return { verdict: 'unverifiable', doubt: 'signature' };
    return altered.length > 0 ? { verdict: 'unverifiable', doubt: 'altered' } : { verdict: 'verified' };
  };
  /** Which commit was packaged, where it can be read. */
  const commitOf = (build: string | null): string => {
    try {
      return BuildSchema.parse(JSON.parse(build ?? '')).commit.slice(0, 12);
    } catch {
      return '';
    }
  };

  return {
    async take({ attemptId, epoch }, sealed) {
      const { statement } = sealed;
      const attempt = await store.findAttempt(attemptId);
      const isOwn = statement.attemptId === attemptId && statement.epoch === epoch;
      const { verdict, doubt } = judge(statement, isOwn && isSealed(sealed, attempt?.key_base64 ?? ''));
      const { version, electron, platform, measures, prohibitedPrograms } = statement;
      const detail = {
        ...{ verdict, doubt: doubt ?? '', version, electron, platform, commit: commitOf(statement.build) },
        ...{ measures: measures.length, prohibitedPrograms, altered: statement.altered.join(', ').slice(0, 300) },
        seal: sealed.seal,
      };
      const told = await store.transactionAbout({ attemptId }, async (all) => {
        // Sent again because its acknowledgement was lost.
        const known = await all.eventsOf(attemptId);
        if (known.some((event) => event.kind === 'shell_stated' && event.detail.seal === sealed.seal)) return [];
        return [await events.record(all, attemptId, 'shell_stated', detail)];
      });
      events.announce(told);
    },
  };
}
