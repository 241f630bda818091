import type { WallPlace } from '../../../shared/contract/views.ts';
import type { Session } from '../../../shared/domain/timetable.ts';

/** The sessions a candidate sits. */
type Sat = readonly Pick<Session, 'id'>[];

/** Where one candidate stands, as one word on the tile. */
export type PlaceStatus =
  | 'not_registered'
  | 'not_signed_in'
  | 'signing_in'
  | 'being_verified'
  | 'device_check'
  | 'waiting'
  | 'answering'
  | 'handed_in'
  | 'offline';

/** What the sessions say of a candidate. */
export interface Sitting {
  /** Those of the candidate. */
  sessions: Sat;
  /** A session of others is on (REG-1): nobody misses who is away. */
  sitsOut: boolean;
}

/** Handed in wins over offline: whoever has handed in everything may close the computer. */
export function placeStatus(place: WallPlace, { sessions, sitsOut }: Sitting): PlaceStatus {
  if (place.attemptId === null) return sitsOut ? 'not_registered' : 'not_signed_in';
  if (hasFinished(place, sessions)) return 'handed_in';
  if (!place.online) return sitsOut ? 'not_registered' : 'offline';
  switch (place.stage) {
    case null:
    case 'consent':
      return 'signing_in';
    case 'identity':
      return 'being_verified';
    case 'device_check':
    case 'waiting':
    case 'answering':
    case 'handed_in':
      return place.stage;
  }
}

/** Every session the candidate sits is handed in. */
export function hasFinished(place: WallPlace, sessions: Sat): boolean {
  return sessions.length > 0 && sessions.every(({ id }) => place.handedIn.includes(id));
}

export interface WallCounts {
  places: number;
  /** Of them: who is away from a session that is none of theirs. */
  notRegistered: number;
  signedIn: number;
  verified: number;
  answering: number;
  offline: number;
  handedIn: number;
}

export function countPlaces(places: readonly WallPlace[], sittingOf: (place: WallPlace) => Sitting): WallCounts {
  const counts: WallCounts = {
    ...{ places: places.length, notRegistered: 0, signedIn: 0, verified: 0 },
    ...{ answering: 0, offline: 0, handedIn: 0 },
  };
  for (const place of places) {
    const status = placeStatus(place, sittingOf(place));
    if (status === 'not_registered') counts.notRegistered += 1;
    if (place.attemptId !== null) counts.signedIn += 1;
    if (place.identity === 'verified') counts.verified += 1;
    if (status === 'answering') counts.answering += 1;
    if (status === 'offline') counts.offline += 1;
    if (status === 'handed_in') counts.handedIn += 1;
  }
  return counts;
}
