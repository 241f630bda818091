import type { WallPlace } from '../../../shared/contract/views.ts';

/** A place whose candidate has signed in at least once. */
export type SignedInPlace = WallPlace & { attemptId: string };

export const hasSignedIn = (place: WallPlace): place is SignedInPlace => place.attemptId !== null;
