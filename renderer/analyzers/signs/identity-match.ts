import { cosineSimilarity, SAME_PERSON_SIMILARITY } from '../../../shared/domain/identity.ts';
import type { Sighting } from '../../../shared/domain/violations/judge.ts';
import type { FaceTemplate } from '../face-observation.ts';

/** So unlike the face that was confirmed at entry, at the same computer and in the same light, no two pictures of one person are. */
const ANOTHER = 0.35;

/**
 * Whether it is still the person who was confirmed. Undefined: the face is not clear enough to say, or neither alike nor unlike
 * enough: nobody is accused by a picture that may as well be theirs.
 */
export function identityMismatch(
  { template, problem }: FaceTemplate,
  confirmed: readonly number[],
): Sighting | null | undefined {
  if (!template || problem !== null) return undefined;
  const similarity = cosineSimilarity(template, confirmed);
  if (similarity >= SAME_PERSON_SIMILARITY) return null;
  if (similarity >= ANOTHER) return undefined;
  return { score: Math.min(1, 1 - similarity), detail: { similarity: Math.round(similarity * 1_000) / 1_000 } };
}
