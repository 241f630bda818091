import * as z from 'zod';
import { StaffRoleSchema } from '../../../shared/contract/route.ts';

const StaffSessionSchema = z.object({ token: z.string(), name: z.string(), role: StaffRoleSchema });

/** Who is signed in at this console. */
export type StaffSession = z.infer<typeof StaffSessionSchema>;

const STORED = 'yunkao.console.session';

/** Session storage and not local storage: a closed window leaves no token on a shared computer. */
export function loadStaffSession(storage: Storage): StaffSession | null {
  const stored = storage.getItem(STORED);
  if (!stored) return null;
  const parsed = StaffSessionSchema.safeParse(JSON.parse(stored));
  return parsed.success ? parsed.data : null;
}

export function storeStaffSession(storage: Storage, session: StaffSession | null): void {
  if (session) storage.setItem(STORED, JSON.stringify(session));
  else storage.removeItem(STORED);
}
