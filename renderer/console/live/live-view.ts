import type { Camera } from '../../../shared/contract/views.ts';

export type CameraKey = `${string}/${Camera}`;

export const cameraKey = (attemptId: string, camera: Camera): CameraKey => `${attemptId}/${camera}`;

/**
 * `absent`: that camera is not connected. `over`: it is, but this page has no peer left for what nobody looks at. `opening`: asked for, no picture yet. `live`: frames advance. `frozen`: the
 * connection stands but the picture does not change, `since` server time in ms. `retrying`: it failed and is opened
 * again after a pause.
 */
export type LiveView =
  | { phase: 'absent' | 'over' | 'retrying'; stream: null }
  | { phase: 'opening'; stream: MediaStream | null }
  | { phase: 'live'; stream: MediaStream | null }
  | { phase: 'frozen'; stream: MediaStream | null; since: number };

export const ABSENT: LiveView = { phase: 'absent', stream: null };
