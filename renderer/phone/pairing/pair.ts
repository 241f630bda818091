import type { RoundTrip } from '../../../shared/domain/server-time.ts';
import { PhoneProblem } from '../problem.ts';
import { keepSession, keptSession, type PairingSession } from './pairing-session.ts';
import { redeem } from './redeem.ts';

export interface Paired {
  session: PairingSession;
  /** The server's time as the redemption told it; null after a reload. */
  trip: RoundTrip | null;
}

/** Takes the token out of the address, so that it stays in no history, screenshot or shared link. */
function takeToken(): string {
  const token = location.hash.slice(1);
  if (token) history.replaceState(null, '', location.pathname + location.search);
  return token;
}

/** The fragment is taken once; a retry after a failure must still have it. */
let token: string | null = null;

/** Pairs this tab by the QR code's token, or goes on with the pairing it already has. Throws `PhoneProblem`. */
export async function pair(): Promise<Paired> {
  token ??= takeToken();
  const kept = keptSession();
  if (kept && (!token || token === kept.pairingToken)) return { session: kept, trip: null };
  if (!token) throw new PhoneProblem('token_missing');
  const { phoneToken, candidateName, examTitle, trip } = await redeem(token, navigator.userAgent);
  const session = { pairingToken: token, phoneToken, candidateName, examTitle, cameraOpened: false };
  keepSession(session);
  return { session, trip };
}
