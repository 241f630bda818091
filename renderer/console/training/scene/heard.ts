import type { Scene } from '../../../../shared/domain/training/scene.ts';

/** What the microphone of a drawn candidate hears besides the room's own noise. */
export interface Heard {
  keys: boolean;
  voice: boolean;
}

const SILENT: Heard = { keys: false, voice: false };
const TYPING: Heard = { keys: true, voice: false };

/** Hands that are seen elsewhere do not type; who else is in the room speaks. */
export function heardIn(scene: Scene | null): Heard {
  switch (scene) {
    case 'second_person':
      return { keys: false, voice: true };
    case null:
    case 'glance':
    case 'lean_close':
    case 'headphones':
    case 'camera_blocked':
      return TYPING;
    default:
      return SILENT;
  }
}
