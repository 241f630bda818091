import type { Criterion } from './paper.ts';
import { roundPoints } from './scoring.ts';

/** First and second reading know nothing of each other; the third is read only where those two differ too much. */
export const ROUNDS = [1, 2, 3] as const;
export type Round = (typeof ROUNDS)[number];

/** Points are given in halves. */
export const POINT_STEP = 0.5;

/** One marker's points for one response. */
export interface Mark {
  markerId: string;
  points: number;
}

/** A mark as it was given. It holds for the response whose hash it carries and for no later one. */
export interface GivenMark extends Mark {
  round: Round;
  responseHash: string;
}

/** `open`: that many more markers are needed. `settled`: the points that count. */
export type Settlement = { state: 'open'; needed: number } | { state: 'settled'; points: number };

/**
 * What the marks of one response come to. Two markers read it without knowing of each other; their mean counts when
 * they are at most `limit` points apart, else a third reads it and the mean of the two closest counts (of two equally
 * close pairs the higher, in the candidate's favour).
 *
 * @param marks in the order of their rounds, one a marker
 * @param limit points
 */
export function settleMarks(marks: readonly Mark[], limit: number): Settlement {
  const [first, second, third] = marks.map(({ points }) => points);
  if (first === undefined) return { state: 'open', needed: 2 };
  if (second === undefined) return { state: 'open', needed: 1 };
  const settled = (left: number, right: number): Settlement => ({
    state: 'settled',
    points: roundPoints((left + right) / 2),
  });
  if (Math.abs(first - second) <= limit + 1e-9) return settled(first, second);
  if (third === undefined) return { state: 'open', needed: 1 };
  const [low = 0, middle = 0, high = 0] = [first, second, third].sort((left, right) => left - right);
  return high - middle <= middle - low ? settled(middle, high) : settled(low, middle);
}

/**
 * The marks that count for a response as it stands now, in the order of their rounds: of each round the last one given,
 * and none that was given for another text.
 *
 * @param given in the order they were given
 */
export function standingMarks<Given extends GivenMark>(given: readonly Given[], responseHash: string): Given[] {
  const standing = new Map<Round, Given>();
  for (const mark of given) if (mark.responseHash === responseHash) standing.set(mark.round, mark);
  return ROUNDS.flatMap((round) => standing.get(round) ?? []);
}

/** The rounds that still want a marker: none once settled, the third only after the first two. */
export function wantedRounds(standing: readonly GivenMark[], limit: number): Round[] {
  if (settleMarks(standing, limit).state === 'settled') return [];
  const open = ROUNDS.filter((round) => round !== 3 && standing.every((mark) => mark.round !== round));
  return open.length > 0 ? open : [3];
}

/** How far the reading of a response is: `third` waits for a third marker, `twice` and `thrice` are settled. */
export const READINGS = ['unread', 'once', 'twice', 'third', 'thrice'] as const;
export type Reading = (typeof READINGS)[number];

/** @param standing in the order of their rounds */
export function readingOf(standing: readonly Mark[], limit: number): Reading {
  if (standing.length === 2) return settleMarks(standing, limit).state === 'settled' ? 'twice' : 'third';
  return standing.length === 0 ? 'unread' : standing.length === 1 ? 'once' : 'thrice';
}

/** Whether fewer of those assigned may still read a response than it takes to settle it: nobody reads one twice. */
export function lacksMarkers(standing: readonly Mark[], assigned: readonly string[], limit: number): boolean {
  const settlement = settleMarks(standing, limit);
  if (settlement.state === 'settled') return false;
  const able = assigned.filter((id) => standing.every(({ markerId }) => markerId !== id));
  return able.length < settlement.needed;
}

/** Who reads a response now, and in which round. */
export interface Claim {
  markerId: string;
  round: Round;
}

/**
 * The round in which this marker may read the response: the one already claimed, else the first that nobody reads.
 * Null when the marker has marked it, when it is settled, or when others are reading it.
 *
 * @param claims that have not run out
 */
export function roundFor(
  markerId: string,
  standing: readonly GivenMark[],
  claims: readonly Claim[],
  limit: number,
): Round | null {
  if (standing.some((mark) => mark.markerId === markerId)) return null;
  const wanted = wantedRounds(standing, limit);
  const mine = claims.find((claim) => claim.markerId === markerId && wanted.includes(claim.round));
  return mine?.round ?? wanted.find((round) => claims.every((claim) => claim.round !== round)) ?? null;
}

const isGiven = (points: number | undefined, most: number): points is number =>
  points !== undefined && points >= 0 && points <= most && Number.isInteger(points / POINT_STEP);

/**
 * What is wrong with points before they count: `points` are no halves within 0 and what the item is worth; `criteria`
 * name other criteria than the rubric, or one of them too many points; `sum` is not what they add up to.
 */
export function markFault(
  worth: number,
  criteria: readonly Criterion[],
  given: { points: number; criteria: Readonly<Record<string, number>> },
): 'points' | 'criteria' | 'sum' | null {
  if (!isGiven(given.points, worth)) return 'points';
  if (Object.keys(given.criteria).length !== criteria.length) return 'criteria';
  if (!criteria.every(({ id, points }) => isGiven(given.criteria[id], points))) return 'criteria';
  const sum = criteria.reduce((total, { id }) => total + (given.criteria[id] ?? 0), 0);
  return criteria.length > 0 && sum !== given.points ? 'sum' : null;
}
