/** The shape of one HTTP exchange. Each area of the system lists its own; http.ts joins them. */
import { z } from 'zod';
import { STAFF_ROLES, type StaffRole } from '../domain/staff.ts';

/**
 * Who may call: `candidate` and `phone` hold a token of one attempt; a role, one of a person who has it; `staff`, one of
 * any member of staff.
 */
export type Caller = 'anyone' | 'candidate' | 'phone' | 'staff' | StaffRole;

export const StaffRoleSchema = z.enum(STAFF_ROLES);

export interface Route {
  method: 'GET' | 'POST';
  path: string;
  caller: Caller;
  body: z.ZodType;
  reply: z.ZodType;
}

export const nothing = z.object({});
