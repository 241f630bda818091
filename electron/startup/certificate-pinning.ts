import type { Session } from 'electron';
import { fingerprintHex } from './fingerprint.ts';
import type { ServerAddress } from './server-address.ts';
import type { Step } from './step.ts';

/** Chromium's own words for the three possible verdicts. */
export const ACCEPT = 0;
export const REFUSE = -2;
export const USE_CHROMIUM_VERDICT = -3;

/**
 * Which certificates are accepted: the pinned host's with the pinned fingerprint, or, where none is pinned, whatever
 * Chromium accepts for that host. Any other host is refused.
 */
export function certificateVerdict(server: ServerAddress, hostname: string, fingerprint: string): number {
  if (hostname !== new URL(server.origin).hostname) return REFUSE;
  if (server.fingerprint === null) return USE_CHROMIUM_VERDICT;
  return fingerprintHex(fingerprint) === server.fingerprint ? ACCEPT : REFUSE;
}

export function certificatePinningStep(session: Session, server: ServerAddress): Step {
  return {
    name: 'certificate_pinning',
    async perform() {
      session.setCertificateVerifyProc(({ hostname, certificate }, decide) =>
        decide(certificateVerdict(server, hostname, certificate.fingerprint)),
      );
      return server.fingerprint === null ? 'no fingerprint given: normal verification' : undefined;
    },
    async revert() {
      session.setCertificateVerifyProc(null);
    },
  };
}
