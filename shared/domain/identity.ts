/**
 * Cosine similarity from which two MobileFaceNet templates count as one person. On 300 public pairs every same
 * pair lay above 0.55 and every different pair below 0.42 (a saturated set); issue "Recognised" calibrates it.
 */
export const SAME_PERSON_SIMILARITY = 0.5;

/** Automatic tries before a proctor decides instead. Never a dead end. */
export const AUTOMATIC_TRIES = 3;

/** What a person can be asked to do before the camera, so that it is known that one is there. The sides are their own. */
export const LIVENESS_ACTIONS = ['turn_left', 'turn_right', 'nod', 'blink', 'open_mouth'] as const;
export type LivenessAction = (typeof LIVENESS_ACTIONS)[number];

/** So many of them are asked for, one after another, which and in which order by chance. */
export const ACTIONS_ASKED = 2;

/** Different actions in an order that nobody knows beforehand. `random`: 0 up to 1. */
export function drawActions(random: () => number): LivenessAction[] {
  const left: LivenessAction[] = [...LIVENESS_ACTIONS];
  return Array.from({ length: ACTIONS_ASKED }, () => left.splice(Math.floor(random() * left.length), 1)).flat();
}

export type IdentityVerdict = 'verified' | 'retry' | 'manual';

/** Cosine similarity of two equally long vectors, -1..1; 0 when either has no length. */
export function cosineSimilarity(left: readonly number[], right: readonly number[]): number {
  if (left.length !== right.length) throw new RangeError(`lengths differ: ${left.length} and ${right.length}`);
  let dot = 0;
  let leftSquare = 0;
  let rightSquare = 0;
  for (const [index, value] of left.entries()) {
    const other = right[index] ?? 0;
    dot += value * other;
    leftSquare += value * value;
    rightSquare += other * other;
  }
  const norm = Math.sqrt(leftSquare * rightSquare);
  return norm === 0 ? 0 : dot / norm;
}

/** `failuresBefore` counts this attempt's automatic tries that failed so far. */
export function identityVerdict(similarity: number, livenessPassed: boolean, failuresBefore: number): IdentityVerdict {
  if (livenessPassed && similarity >= SAME_PERSON_SIMILARITY) return 'verified';
  return failuresBefore + 1 >= AUTOMATIC_TRIES ? 'manual' : 'retry';
}
