import { Fault, type Reason } from '../shared/support/fault.ts';

const STATUS: Partial<Record<Reason, number>> = {
  not_signed_in: 401,
  signed_in_elsewhere: 401,
  password_wrong: 401,
  second_factor_unset: 401,
  code_missing: 401,
  code_wrong: 401,
  numbers_wrong: 401,
  identity_number_mismatch: 401,
  admission_unknown: 401,
  not_allowed: 403,
  not_assigned: 403,
  consent_missing: 403,
  identity_unconfirmed: 403,
  not_registered: 403,
  too_early: 403,
  not_found: 404,
  already_signed_in: 409,
  already_handed_in: 409,
  step_before_missing: 409,
  step_done: 409,
  still_open: 409,
  roster_empty: 409,
  roster_changed: 409,
  not_eligible: 409,
  photos_not_usable: 409,
  identity_in_use: 409,
  change_decided: 409,
  change_needs_another: 409,
  change_outdated: 409,
  change_not_possible: 409,
  paper_in_use: 409,
  case_not_waiting: 409,
  case_needs_another: 409,
  results_incomplete: 409,
  response_not_claimed: 409,
  response_settled: 409,
  response_changed: 409,
  too_late: 410,
  last_day_over: 410,
  challenge_expired: 410,
  pairing_expired: 410,
  pairing_used: 410,
  pairing_voided: 410,
  submission_closed: 410,
  too_large: 413,
  file_kind_wrong: 415,
  file_too_large: 413,
  file_format: 415,
  protocol_mismatch: 426,
  too_many_tries: 429,
  // No registered status says "damaged on the way"; tus's checksum extension uses this one.
  hash_mismatch: 460,
  server_error: 500,
  storage_full: 507,
};

export const statusOf = (fault: Fault): number => STATUS[fault.reason] ?? 400;

/** Codes by which the file system, SQLite, PostgreSQL and a bucket say that nothing more fits. */
const FULL = new Set(['ENOSPC', 'EBUCKETAWAY', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE', '53100']);
/** What fastify itself refuses before a handler runs, by the status it would answer with. */
const REFUSED: Record<number, Reason> = {
  400: 'bad_request',
  404: 'not_found',
  413: 'too_large',
  414: 'bad_request',
  415: 'bad_request',
};
const OF_FASTIFY = /^FST_ERR_/;
/** PostgreSQL keeps no NUL within a text: nobody writes one, and SQLite finds nothing by such a name. */
const NO_TEXT = '22021';

/** Whatever was thrown, as a refusal with a closed reason. What is not foreseen becomes `server_error`. */
export function faultOf(cause: unknown): Fault {
  if (cause instanceof Fault) return cause;
  const { code, statusCode } = (cause ?? {}) as { code?: unknown; statusCode?: unknown };
  if (typeof code === 'string' && FULL.has(code)) return new Fault('storage_full', {}, { cause });
  if (code === NO_TEXT) return new Fault('bad_request', {}, { cause });
  const refused = typeof code === 'string' && OF_FASTIFY.test(code) ? REFUSED[Number(statusCode)] : undefined;
  if (refused) return new Fault(refused, {}, { cause });
  return new Fault('server_error', {}, { cause });
}
