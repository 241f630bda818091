import type { IncomingMessage } from 'node:http';

/** The token of `Authorization: Bearer`, never taken from the address, which ends up in logs and histories. */
export function bearer(request: Pick<IncomingMessage, 'headers'>): string | undefined {
  return /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
}
