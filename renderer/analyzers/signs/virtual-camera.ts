import type { Sighting } from '../../../shared/domain/violations/judge.ts';

/** Programs that put pictures of their own in a camera's place, as their devices call themselves. */
const NAMES =
  /\bOBS\b|virtual|虚拟|ManyCam|XSplit|Snap Camera|SplitCam|e2eSoft|\bv?camo\b|VCam|iVCam|DroidCam|EpocCam|Iriun|CamTwist|mmhmm|\bNDI\b|YouCam|Webcamoid/i;

/** By the name alone: a program that lies about it is not found. */
export const virtualCamera = (name: string): Sighting | null =>
  NAMES.test(name) ? { score: 0.9, detail: { device: name.slice(0, 100) } } : null;
