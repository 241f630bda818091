import type { Session } from 'electron';
import type { LogFile } from '../log/log-file.ts';
import { isExamAddress } from './exam-address.ts';
import type { Step } from './step.ts';

/** Whether the exam window may ask for this address at all (SEC-2): our bundle, its own blobs, the pinned server. */
export function isAllowedRequest(address: string, serverOrigin: string): boolean {
  if (isExamAddress(address) || address.startsWith('data:')) return true;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  if (url.protocol === 'blob:') return isExamAddress(url.pathname);
  const server = new URL(serverOrigin);
  return ['https:', 'wss:'].includes(url.protocol) && url.host === server.host;
}

/** Cancels every request that may not be, whoever in the window makes it. */
export function requestGuardStep(session: Session, serverOrigin: string, log: LogFile): Step {
  return {
    name: 'request_guard',
    async perform() {
      session.webRequest.onBeforeRequest(({ url }, decide) => {
        const allowed = isAllowedRequest(url, serverOrigin);
        if (!allowed) log.write('warn', `request refused: ${url.slice(0, 120)}`);
        decide({ cancel: !allowed });
      });
      return undefined;
    },
    async revert() {
      session.webRequest.onBeforeRequest(null);
    },
  };
}
