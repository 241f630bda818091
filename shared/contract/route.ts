/** The shape of one HTTP exchange. Each area of the system lists its own; http.ts joins them, access.ts says who may call. */
import * as z from 'zod';
import { STAFF_ROLES } from '../domain/staff.ts';

export const StaffRoleSchema = z.enum(STAFF_ROLES);

export interface Route {
  method: 'GET' | 'POST';
  path: string;
  body: z.ZodType;
  reply: z.ZodType;
}

export const nothing = z.object({});
