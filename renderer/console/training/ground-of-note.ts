import type { Ground } from '../../../shared/domain/training/scene.ts';
import { actionWords } from '../candidate/action-words.ts';

/** What each of the wall's ready reasons says, in their order. */
const GROUND_OF_REASON: readonly Ground[] = [
  'other_person',
  'material',
  'absent',
  'camera_blocked',
  'headphones',
  'looking_away',
];

/** Which ready reason a note is, in either language; null: it is in words of its own. */
export function groundOfNote(note: string): Ground | null {
  for (const { flagReasons } of Object.values(actionWords)) {
    const index = (flagReasons as readonly string[]).indexOf(note.trim());
    if (index >= 0) return GROUND_OF_REASON[index] ?? null;
  }
  return null;
}
