import { liveSessions, type Session } from './timetable.ts';

/** So many candidates a proctor (notice section 4.3: about 1:50). */
export const CANDIDATES_A_PROCTOR = 50;

/** Whether whoever watches one of these examinations cannot look away for the other: sessions of theirs run at the same time. */
export function overlaps(left: readonly Session[], right: readonly Session[]): boolean {
  const at = (session: Session) => ({ from: session.entryFrom, until: session.endsAt });
  const spans = liveSessions(right).map(at);
  return liveSessions(left)
    .map(at)
    .some(({ from, until }) => spans.some((other) => from < other.until && other.from < until));
}

export interface Given<Candidate, Proctor> {
  candidate: Candidate;
  proctor: Proctor;
}

/**
 * Gives each candidate to the proctor who has fewest, in the order of both lists, and nobody more than fifty. `loads`: how many
 * each proctor watches at that time already. Whoever is left over is in no pair.
 */
export function shareOut<Candidate, Proctor>(
  candidates: readonly Candidate[],
  proctors: readonly Proctor[],
  loads: (proctor: Proctor) => number,
): Given<Candidate, Proctor>[] {
  const now = proctors.map((proctor) => ({ proctor, load: loads(proctor) }));
  const given: Given<Candidate, Proctor>[] = [];
  for (const candidate of candidates) {
    const free = now.filter(({ load }) => load < CANDIDATES_A_PROCTOR);
    const least = Math.min(...free.map(({ load }) => load));
    const taker = free.find(({ load }) => load === least);
    if (!taker) break;
    taker.load += 1;
    given.push({ candidate, proctor: taker.proctor });
  }
  return given;
}
