import * as z from 'zod';
import { PROTOCOL_VERSION } from '../../shared/contract/version.ts';
import { Fault } from '../../shared/support/fault.ts';
import { faultOf } from '../fault-of.ts';
import type { Callers, KnownCaller } from '../services/callers.ts';
import type { Namespace } from './socket-server.ts';

const AuthSchema = z.object({ token: z.string().max(200), protocol: z.number() });

/**
 * Lets a namespace's sockets in by role (SEC-1). A refusal reaches the client as `connect_error` whose message is the
 * reason and whose `data` is `{ reason, params }`. A fenced candidate and an ended phone are let in to be told so.
 */
export function requireHandshake(namespace: Namespace, kind: KnownCaller['kind'], callers: Callers): void {
  namespace.use(async (socket, next) => {
    try {
      const auth = AuthSchema.safeParse(socket.handshake.auth);
      if (!auth.success) throw new Fault('not_signed_in');
      if (auth.data.protocol !== PROTOCOL_VERSION) {
        throw new Fault('protocol_mismatch', { server: PROTOCOL_VERSION, client: auth.data.protocol });
      }
      const caller = await callers.identify(auth.data.token);
      if (caller.kind !== kind) throw new Fault('not_allowed');
      socket.data.caller = caller;
      next();
    } catch (cause) {
      const { reason, params } = faultOf(cause);
      next(Object.assign(new Error(reason), { data: { reason, params } }));
    }
  });
}
