import type { PhoneEnd } from '../../shared/domain/pairing.ts';
import type { PhoneTrouble } from '../../shared/domain/phone-watch.ts';
import type { Tilt } from '../../shared/domain/tilt.ts';
import type { CameraState } from './camera/camera-keeper.ts';
import type { Problem } from './problem.ts';
import type { UploadStatus } from './recording/upload-queue.ts';

/** All that the page shows. Screens are functions of it. */
export interface PageState {
  problem: Problem | null;
  /** Null until the QR code was redeemed. */
  paired: { candidateName: string; examTitle: string } | null;
  camera: CameraState;
  /** Why it is interrupted. */
  trouble: PhoneTrouble | null;
  /** Another lens can be chosen. */
  otherLens: boolean;
  /** Its charger is needed now. */
  batteryLow: boolean;
  /** How it stands; null where nobody can tell. */
  tilt: Tilt | null;
  online: boolean;
  ended: PhoneEnd | null;
  /** Null where this browser cannot record: live only. */
  recording: UploadStatus | null;
}

export const FIRST_STATE: PageState = {
  problem: null,
  paired: null,
  camera: 'off',
  trouble: null,
  otherLens: false,
  batteryLow: false,
  tilt: null,
  online: false,
  ended: null,
  recording: null,
};

export type Screen = 'pairing' | 'problem' | 'ready' | 'watching' | 'ended';

export function screenOf({ ended, problem, paired, camera }: PageState): Screen {
  if (ended) return 'ended';
  if (problem) return 'problem';
  if (!paired) return 'pairing';
  return camera === 'off' ? 'ready' : 'watching';
}

/** What the big line says. Nothing but moving pictures that reach the centre is `live`. */
export type WatchStatus = 'opening' | 'live' | 'reconnecting' | 'camera_interrupted';

export function watchStatus({ camera, online }: PageState): WatchStatus {
  if (camera === 'interrupted') return 'camera_interrupted';
  if (camera !== 'live') return 'opening';
  return online ? 'live' : 'reconnecting';
}

/** The thank-you may say "you may close this page" only when nothing waits in memory. */
export function mayClose({ recording }: PageState): boolean {
  return (recording?.pending ?? 0) === 0;
}

export interface PageStore {
  get(): PageState;
  change(part: Partial<PageState>): void;
}

/** Calls `render` after every change. */
export function createPageStore(render: (state: PageState) => void): PageStore {
  let state = FIRST_STATE;
  return {
    get: () => state,
    change: (part) => {
      state = { ...state, ...part };
      render(state);
    },
  };
}
