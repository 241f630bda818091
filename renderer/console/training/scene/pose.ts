import type { Scene } from '../../../../shared/domain/training/scene.ts';
import type { Look } from './look.ts';

/** What is drawn at one moment. */
export interface Shown {
  look: Look;
  /** Null: the candidate works. */
  scene: Scene | null;
  elapsedMs: number;
  /** ms; only its course matters. */
  now: number;
}

/** How a candidate holds head and arms. `yaw`, `pitch`: -1 to 1, 0 is at the screen. */
export interface Pose {
  present: boolean;
  yaw: number;
  pitch: number;
  /** Sideways and down, in the units of the scene. */
  x: number;
  y: number;
  scale: number;
  arms: 'keyboard' | 'up' | 'chin' | 'phone' | 'notes';
  eyesShut: boolean;
}

/** A movement takes about so long: nobody jumps. */
const EASE_MS = 900;
const BLINK_EVERY_MS = 4_200;
const BLINK_MS = 200;

const ease = (elapsedMs: number): number => {
  const part = Math.min(1, Math.max(0, elapsedMs / EASE_MS));
  return part * part * (3 - 2 * part);
};

/** Where the candidate's body is now; everything in it follows from what is given. */
export function poseOf({ look, scene, elapsedMs, now }: Shown): Pose {
  const moment = now + look.phase;
  const calm: Pose = {
    present: true,
    yaw: 0.06 * Math.sin(moment / 1_700),
    pitch: 0.08 + 0.06 * Math.sin(moment / 2_300),
    x: 2 * Math.sin(moment / 2_900),
    y: 1.2 * Math.sin(moment / 1_300),
    scale: 1,
    arms: 'keyboard',
    eyesShut: moment % BLINK_EVERY_MS < BLINK_MS,
  };
  const part = ease(elapsedMs);
  const { side } = look;
  switch (scene) {
    case 'looking_away':
      return { ...calm, yaw: part * side * (0.9 + 0.1 * Math.sin(moment / 1_100)), pitch: -0.05 };
    case 'glance':
      return { ...calm, yaw: part * side * 0.8 };
    case 'phone':
      return { ...calm, pitch: 0.08 + part * 0.8, yaw: part * side * 0.25, y: calm.y + part * 8, arms: 'phone' };
    case 'notes': {
      // To and fro between the sheets beside the keyboard and the screen.
      const reads = Math.floor(elapsedMs / 2_600) % 2 === 0;
      return {
        ...{ ...calm, arms: 'notes' },
        yaw: reads ? part * side * 0.55 : calm.yaw,
        pitch: reads ? 0.08 + part * 0.6 : calm.pitch,
      };
    }
    case 'absent':
      // Rises and leaves to the side.
      return { ...calm, present: elapsedMs < EASE_MS * 1.6, x: side * part * 150, y: -part * 30 };
    case 'second_person':
      return { ...calm, yaw: calm.yaw - part * side * 0.2 };
    case 'stretch':
      return { ...calm, arms: 'up', pitch: -0.25 * part, y: -6 * part };
    case 'chin_on_hand':
      return { ...calm, arms: 'chin', x: calm.x + side * 4 * part };
    case 'lean_close':
      return { ...calm, scale: 1 + 0.22 * part, pitch: 0.2 * part };
    case 'camera_blocked':
    case 'headphones':
    case null:
      return calm;
  }
}
