/** What a member of staff is signed in as: watches, prepares the examination, or marks written answers. */
export const STAFF_ROLES = ['proctor', 'organiser', 'marker'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
