import { Fault, type Reason } from '../shared/support/fault.ts';

const STATUS: Partial<Record<Reason, number>> = {
  not_signed_in: 401,
  signed_in_elsewhere: 401,
  password_wrong: 401,
  identity_number_mismatch: 401,
  admission_unknown: 401,
  not_allowed: 403,
  consent_missing: 403,
  identity_unconfirmed: 403,
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
  change_outdated: 409,
  change_not_possible: 409,
  paper_in_use: 409,
  case_not_waiting: 409,
  case_needs_another: 409,
  response_not_claimed: 409,
  response_settled: 409,
  response_changed: 409,
  too_late: 410,
  last_day_over: 410,
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

/** Codes by which the file system, SQLite and PostgreSQL say that nothing more fits. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE', '53100']);
/** What fastify and its plugins refuse before a handler runs. */
const REFUSED: Record<string, Reason> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad_request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad_request',
};

/** Whatever was thrown, as a refusal with a closed reason. What is not foreseen becomes `server_error`. */
export function faultOf(cause: unknown): Fault {
  if (cause instanceof Fault) return cause;
  const code = (cause as { code?: unknown } | null)?.code;
  if (typeof code === 'string' && FULL.has(code)) return new Fault('storage_full', {}, { cause });
  if (typeof code === 'string' && REFUSED[code]) return new Fault(REFUSED[code], {}, { cause });
  return new Fault('server_error', {}, { cause });
}
