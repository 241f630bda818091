/** What a candidate's program says about itself at sign-in: which build, on what, with which measures (SEC-3). */
import * as z from 'zod';
import { canonicalJson } from '../support/canonical-json.ts';
import { Hash, Id } from './entries.ts';
import { nothing, type Route } from './route.ts';

/** What was packaged, written then and signed as text by whoever publishes it. */
export const BuildSchema = z.object({
  version: z.string().min(1).max(40),
  commit: z.string().min(1).max(64),
  electron: z.string().min(1).max(40),
  /** SHA-256 of each file of the program, by its path within it. */
  files: z.record(z.string().max(200), Hash),
  /** SHA-256 of the native library, by the system it is for, e.g. `win32_ia32`. */
  native: z.record(z.string().max(40), Hash),
});
export type Build = z.infer<typeof BuildSchema>;

export const ShellStatementSchema = z.object({
  attemptId: Id,
  epoch: z.number().int(),
  /** The packaged description as it was signed, and the signature (Ed25519, base64); null where there is none. */
  build: z.string().max(20_000).nullable(),
  signature: z.string().max(200).nullable(),
  /** Files that are not as the description has them, or missing. */
  altered: z.array(z.string().max(200)).max(50),
  version: z.string().max(40),
  electron: z.string().max(40),
  platform: z.string().max(200),
  /** Measures of the lockdown that this computer gets, and the version of the list of prohibited programs. */
  measures: z.array(z.string().max(60)).max(100),
  prohibitedPrograms: z.string().max(40),
});
export type ShellStatement = z.infer<typeof ShellStatementSchema>;

/** HMAC-SHA256 over `sealedText` under the attempt's key: of this attempt and this sign-in, and of no other. */
export const SealedStatementSchema = z.object({ statement: ShellStatementSchema, seal: Hash });
export type SealedStatement = z.infer<typeof SealedStatementSchema>;

export const sealedText = (statement: ShellStatement): string =>
  `yunkao shell statement 1\n${canonicalJson(statement)}`;

/**
 * `verified`: signed by a key this exam centre knows, and unchanged; `development`: not signed; `unverifiable`: says that it
 * is signed or sealed, and is not.
 */
export const STATEMENT_VERDICTS = ['verified', 'development', 'unverifiable'] as const;
export type StatementVerdict = (typeof STATEMENT_VERDICTS)[number];
/** Why a statement is `unverifiable`. */
export type StatementDoubt = 'seal' | 'signature' | 'altered';

export const shellStatementRoutes = {
  /** Taken whatever it says: nobody is kept from an examination by it (LOCK-3). */
  shellStatement: {
    method: 'POST',
    path: '/api/candidate/shell-statement',
    body: SealedStatementSchema,
    reply: nothing,
  },
} as const satisfies Record<string, Route>;
