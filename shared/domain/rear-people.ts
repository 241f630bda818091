/** A person in a picture. `box`: shares of the picture, from its upper left; it may reach a little beyond. */
export interface SeenPerson {
  /** How sure the model is, 0..1. */
  score: number;
  box: { x: number; y: number; width: number; height: number };
}

/** A thing in a picture that has no place on the desk. */
export interface SeenThing {
  kind: 'phone' | 'book';
  /** How sure the model is, 0..1. */
  score: number;
}

/** Less sure than this is no person; nobody is said to be missing while there is so much of one. */
export const FAINT_PERSON = 0.3;
/** So sure, somebody is there. */
export const CLEAR_PERSON = 0.5;
/** Shorter than this, as a share of the picture's height, is a portrait on a wall or a doll. */
const SMALLEST = 0.18;
/** Of which so much lies inside another person's box is a part of that person. */
const INSIDE = 0.75;

const areaOf = ({ width, height }: SeenPerson['box']): number => width * height;

/** The share of `box` that lies inside `other`. */
function shareInside(box: SeenPerson['box'], other: SeenPerson['box']): number {
  const across = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x);
  const down = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
  return (Math.max(0, across) * Math.max(0, down)) / areaOf(box);
}

/** Each person once, the largest first: a head, or an arm, is found beside the person it belongs to now and then. */
export function countedPeople(people: readonly SeenPerson[], least: number): SeenPerson[] {
  const counted: SeenPerson[] = [];
  const bySize = people
    .filter(({ score, box }) => score >= least && box.height >= SMALLEST)
    .sort((left, right) => areaOf(right.box) - areaOf(left.box));
  for (const each of bySize) if (!counted.some(({ box }) => shareInside(each.box, box) > INSIDE)) counted.push(each);
  return counted;
}
