import type { Sighting } from '../../../shared/domain/violations/judge.ts';
import type { ObjectKind, SeenObject } from '../objects/seen-object.ts';

type Thing = Exclude<ObjectKind, 'person'>;

/** So sure it must be: where there was neither, nothing was taken for a phone or a book with more than 0.36 (`npm run bench -- things`). */
const SURE: Record<Thing, number> = { phone: 0.4, book: 0.5 };

const isThing = (seen: SeenObject): seen is SeenObject & { kind: Thing } => seen.kind !== 'person';

/** What has no place before the candidate: the surest of it. */
export function frontThings(objects: readonly SeenObject[]): Sighting | null {
  const [thing] = objects.filter(isThing).filter(({ kind, score }) => score >= SURE[kind]);
  return thing ? { score: thing.score, detail: { thing: thing.kind } } : null;
}
