/** What is kept of an account's safety, whoever did it. */
export const STAFF_EVENTS = [
  'second_factor_set',
  'recovery_code_used',
  'second_factor_reset',
  'sign_ins_ended',
] as const;
export type StaffEventKind = (typeof STAFF_EVENTS)[number];
