import type { Refusal, RouteBody, RouteReply, routes } from '../../../shared/contract/http.ts';
import type { RoundTrip } from '../../../shared/domain/server-time.ts';
import type { Reason } from '../../../shared/support/fault.ts';
import { PhoneProblem, type Problem } from '../problem.ts';

/** The contract's own module would bring zod along; the type keeps this path equal to it. */
const PATH: (typeof routes)['phoneRedeem']['path'] = '/api/phone/redeem';

const PROBLEMS: Partial<Record<Reason, Problem>> = {
  pairing_expired: 'token_expired',
  pairing_used: 'token_used',
  pairing_voided: 'token_voided',
  not_signed_in: 'pairing_ended',
  protocol_mismatch: 'version',
  unreachable: 'unreachable',
};

/** The problem that a refusal of the server means here. */
export const problemOf = (reason: Reason): Problem => PROBLEMS[reason] ?? 'centre_error';

export type Redeemed = RouteReply<'phoneRedeem'> & { trip: RoundTrip };

/** Exchanges the QR code's token for the phone's own. Throws `PhoneProblem`. */
export async function redeem(token: string, device: string): Promise<Redeemed> {
  const body: RouteBody<'phoneRedeem'> = { token, device: device.slice(0, 300) };
  const sentAt = performance.now();
  let response: Response;
  try {
    response = await fetch(PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      cache: 'no-store',
    });
  } catch (cause) {
    throw new PhoneProblem('unreachable', cause);
  }
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok || !answer) {
    const { reason } = (answer ?? { reason: 'server_error' }) as Pick<Refusal, 'reason'>;
    throw new PhoneProblem(problemOf(reason));
  }
  const reply = answer as RouteReply<'phoneRedeem'>;
  return { ...reply, trip: { sentAt, receivedAt: performance.now(), serverTime: reply.serverTime } };
}
