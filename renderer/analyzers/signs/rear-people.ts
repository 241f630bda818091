import { CLEAR_PERSON, countedPeople, FAINT_PERSON, type SeenThing } from '../../../shared/domain/rear-people.ts';
import type { RearMeasures } from '../../../shared/domain/rear-view.ts';
import type { Sighting } from '../../../shared/domain/violations/judge.ts';

/** Standard deviation and mean of luma below which a picture shows nobody who may be there. */
const [EMPTY_CONTRAST, DARK] = [12, 35];

type Signs = Record<'rear_people' | 'rear_nobody' | 'rear_object', Sighting | null>;

/** So sure it must be: a packet of biscuits was a book with 0.82, a phone was never anything else. */
const SURE: Record<SeenThing['kind'], number> = { phone: 0.6, book: 0.9 };

/** Who and what is in the phone's picture. Null: nobody looked, or it shows nothing, so that nobody can be missed in it. */
export function rearSigns({
  people,
  things,
  brightness,
  contrast,
}: Pick<RearMeasures, 'people' | 'things' | 'brightness' | 'contrast'>): Signs | null {
  if (!people || contrast < EMPTY_CONTRAST || brightness < DARK) return null;
  const clear = countedPeople(people, CLEAR_PERSON);
  const sure = Math.min(...clear.map(({ score }) => score));
  const [thing] = things.filter(({ kind, score }) => score >= SURE[kind]);
  return {
    rear_people: clear.length > 1 ? { score: sure, detail: { people: clear.length } } : null,
    rear_nobody:
      countedPeople(people, FAINT_PERSON).length === 0 ? { score: 0.6, detail: { cause: 'rear_nobody' } } : null,
    rear_object: thing ? { score: thing.score, detail: { thing: thing.kind } } : null,
  };
}
