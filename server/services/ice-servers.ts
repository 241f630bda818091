import { createHmac } from 'node:crypto';
import type { IceServer } from '../../shared/contract/views.ts';

/** The servers that help two ends reach each other through home routers, as named on the command line. */
export interface IceOptions {
  stun: readonly string[];
  /** TURN servers that share a secret with us (coturn: `use-auth-secret`); null where there is none. */
  turn: { urls: readonly string[]; secret: string } | null;
}

/** As long as a member of staff stays signed in, so that no view of an exam day outlives its relay. */
const TURN_LIFETIME_MS = 12 * 60 * 60_000;

/**
 * What a browser is given. A TURN credential is made anew each time and dies after 12 hours: the user name tells the
 * relay until when and for whom, and is proved by an HMAC under the shared secret, which itself is never handed out.
 * Source: draft-uberti-behave-turn-rest-00, section 2.2.
 * @param holder attempt or member of staff the relay's log then names
 * @param now milliseconds since the Unix epoch
 */
export function iceServersFor({ stun, turn }: IceOptions, holder: string, now: number): IceServer[] {
  const servers: IceServer[] = stun.length > 0 ? [{ urls: [...stun] }] : [];
  if (!turn) return servers;
  const username = `${Math.floor((now + TURN_LIFETIME_MS) / 1000)}:${holder}`;
  const credential = createHmac('sha1', turn.secret).update(username).digest('base64');
  return [...servers, { urls: [...turn.urls], username, credential }];
}
