/**
 * What a member of staff is signed in as. `proctor`: watches. `chief`: leads the proctors and has the last word on a case.
 * `reviewer`: judges what was reported. `observer`: sees the exam day without acting. `organiser`: prepares the examination.
 * `marker`: marks written answers.
 */
export const STAFF_ROLES = ['proctor', 'chief', 'reviewer', 'observer', 'organiser', 'marker'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
