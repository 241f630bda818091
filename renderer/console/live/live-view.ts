import type { Camera } from '../../../shared/contract/views.ts';

export type CameraKey = `${string}/${Camera}`;

export const cameraKey = (attemptId: string, camera: Camera): CameraKey => `${attemptId}/${camera}`;

/**
 * `absent`: that camera is not connected. `opening`: asked for, no picture yet. `live`: the picture runs.
 * `retrying`: it failed and is opened again after a pause.
 */
export type LiveViewPhase = 'absent' | 'opening' | 'live' | 'retrying';

export interface LiveView {
  phase: LiveViewPhase;
  stream: MediaStream | null;
}

export const ABSENT: LiveView = { phase: 'absent', stream: null };
