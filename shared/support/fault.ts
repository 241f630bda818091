/**
 * Everything that can be refused, as a closed list. A reason is what crosses a process; the words a person
 * reads are chosen from it by the interface, in that person's language.
 */
export const REASONS = [
  'admission_unknown',
  'identity_number_malformed',
  'identity_number_mismatch',
  'too_many_tries',
  'already_signed_in',
  'signed_in_elsewhere',
  'not_signed_in',
  'not_allowed',
  'protocol_mismatch',
  'bad_request',
  'not_found',
  'consent_missing',
  'identity_unconfirmed',
  'too_early',
  'too_late',
  'entry_closed',
  'not_registered',
  'stay_not_over',
  'already_handed_in',
  'password_wrong',
  'second_factor_unset',
  'code_missing',
  'code_wrong',
  'pairing_expired',
  'pairing_used',
  'pairing_voided',
  'hash_mismatch',
  'mark_invalid',
  'response_not_claimed',
  'not_assigned',
  'response_settled',
  'response_changed',
  'too_large',
  'file_too_large',
  'file_format',
  'file_broken',
  'file_encrypted',
  'file_macros',
  'file_too_few_pages',
  'file_too_many_pages',
  'file_infected',
  'submission_closed',
  'storage_full',
  'step_before_missing',
  'step_done',
  'last_day_over',
  'still_open',
  'dates_out_of_order',
  'roster_empty',
  'roster_changed',
  'not_eligible',
  'photos_not_usable',
  'identity_in_use',
  'file_kind_wrong',
  'change_decided',
  'change_needs_another',
  'change_outdated',
  'change_not_possible',
  'paper_in_use',
  'case_not_waiting',
  'case_needs_another',
  'not_qualified',
  'results_incomplete',
  'challenge_expired',
  'numbers_wrong',
  'server_error',
  'unreachable',
] as const;

export type Reason = (typeof REASONS)[number];

/** A refusal with a closed reason; `params` fill the words shown to the person (times, counts, names). */
export class Fault extends Error {
  readonly reason: Reason;
  readonly params: Record<string, string | number>;

  constructor(reason: Reason, params: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'Fault';
    this.reason = reason;
    this.params = params;
  }
}
