import { routeAccess, socketAccess } from '../../shared/contract/access.ts';
import type { RouteName } from '../../shared/contract/http.ts';
import type { StaffRole } from '../../shared/domain/staff.ts';
import { useDesk } from './desk.ts';
import { useWatched } from './use-watched.ts';

const among = (who: readonly string[], role: StaffRole) => who.includes(role);

/** Whoever has the wall before them; others work at pages of their own. */
export const seesWall = (role: StaffRole): boolean => among(socketAccess['/staff']['wall.join'].who, role);
export const sendsMessages = (role: StaffRole): boolean => among(socketAccess['/staff']['message.send'].who, role);

/** Whether whoever is signed in may call this route: what they may not is not offered. The server decides (SEC-1). */
export function useMay(name: RouteName): boolean {
  const { connection, has } = useDesk();
  const session = useWatched(connection.session);
  return session !== null && has(name) && among(routeAccess[name].who, session.role);
}
