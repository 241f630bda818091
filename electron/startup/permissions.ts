import type { Session } from 'electron';
import { EXAM_ORIGIN, isExamAddress } from './exam-address.ts';
import type { Step } from './step.ts';

/**
 * Camera and microphone, and storage that the browser may not evict when the disk runs low: the journal of answers
 * lies there (ANS-1). Nothing else: no screen capture, notifications, location, USB, full-screen by page.
 */
const GRANTED: readonly string[] = ['media', 'persistent-storage'];

export const isGranted = (permission: string, address: string): boolean =>
  GRANTED.includes(permission) && (address === EXAM_ORIGIN || isExamAddress(address));

export function permissionsStep(session: Session): Step {
  return {
    name: 'permissions',
    async perform() {
      session.setPermissionRequestHandler((contents, permission, decide) =>
        decide(isGranted(permission, contents.getURL())),
      );
      session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin));
      session.setDevicePermissionHandler(() => false);
      return undefined;
    },
    async revert() {
      session.setPermissionRequestHandler(null);
      session.setPermissionCheckHandler(null);
      session.setDevicePermissionHandler(null);
    },
  };
}
