import { BucketRefused } from '../bucket/bucket-refused.ts';
import { EvidenceKeyRefused } from '../disk/evidence-keys.ts';
import { DatabaseInUse, DatabaseRefused } from '../sql/database-refused.ts';
import { OptionError } from './command-line.ts';
import { DirectoryInUse } from './data-directory.ts';

export interface StartFailure {
  exitCode: number;
  /** For the person at the terminal. */
  text: string;
  /** For the program that started the server over an IPC channel. */
  message: {
    type: 'failed';
    reason:
      | 'port_in_use'
      | 'port_refused'
      | 'data_in_use'
      | 'database_refused'
      | 'evidence_key_refused'
      | 'bucket_refused'
      | 'bad_option'
      | 'start_failed';
    port?: number;
  };
}

/** Why the server did not start, in words that say what to do. */
export function startFailure(cause: unknown): StartFailure {
  const { code, port = 0 } = (cause ?? {}) as { code?: string; port?: number };
  if (code === 'EADDRINUSE') {
    const text = `Port ${port} is in use by another program. Stop that program, or choose another port with --port.`;
    return { exitCode: 3, text, message: { type: 'failed', reason: 'port_in_use', port } };
  }
  if (code === 'EACCES' && port > 0) {
    const text = `Port ${port} may not be used by this account. Choose one above 1023 with --port.`;
    return { exitCode: 3, text, message: { type: 'failed', reason: 'port_refused', port } };
  }
  if (cause instanceof DirectoryInUse || cause instanceof DatabaseInUse) {
    return { exitCode: 4, text: cause.message, message: { type: 'failed', reason: 'data_in_use' } };
  }
  if (cause instanceof DatabaseRefused) {
    return { exitCode: 5, text: cause.message, message: { type: 'failed', reason: 'database_refused' } };
  }
  if (cause instanceof EvidenceKeyRefused) {
    return { exitCode: 6, text: cause.message, message: { type: 'failed', reason: 'evidence_key_refused' } };
  }
  if (cause instanceof BucketRefused) {
    return { exitCode: 7, text: cause.message, message: { type: 'failed', reason: 'bucket_refused' } };
  }
  if (cause instanceof OptionError) {
    return { exitCode: 2, text: cause.message, message: { type: 'failed', reason: 'bad_option' } };
  }
  const text = `The server could not start: ${cause instanceof Error ? cause.message : String(cause)}`;
  return { exitCode: 1, text, message: { type: 'failed', reason: 'start_failed' } };
}
