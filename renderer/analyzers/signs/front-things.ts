import type { Sighting } from '../../../shared/domain/violations/judge.ts';
import type { ObjectKind, SeenObject } from '../objects/seen-object.ts';

type Thing = Exclude<ObjectKind, 'person'>;

/** So sure it must be, and several times: where there was none, nothing was taken for a phone with 0.25, for a book with 0.37 (`npm run bench -- things`). */
const SURE: Record<Thing, number> = { phone: 0.3, book: 0.45 };

const isThing = (seen: SeenObject): seen is SeenObject & { kind: Thing } => seen.kind !== 'person';

/** What has no place before the candidate: the surest of it. */
export function frontThings(objects: readonly SeenObject[]): Sighting | null {
  const [thing] = objects.filter(isThing).filter(({ kind, score }) => score >= SURE[kind]);
  return thing ? { score: thing.score, detail: { thing: thing.kind } } : null;
}
