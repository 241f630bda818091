/** A picture that a phone takes while it is the second camera: what its connection carries besides words. */
import * as z from 'zod';
import { Id, Time } from './entries.ts';
import { nothing, type Route } from './route.ts';
import { CameraSchema } from './views.ts';

const Degrees = z.number().int().min(0).max(90);
/** How the phone stands (`shared/domain/tilt.ts`); null where its browser does not say, or while it is moved. */
const TiltSchema = z.object({ roll: Degrees, pitch: Degrees }).nullable();

export const stillRequest = {
  body: z.object({
    takenAt: Time,
    /** JPEG, at most `STILL_LIMIT_BYTES`. A browser sends a Blob; what arrives is bytes. */
    jpeg: z.instanceof(Uint8Array),
    /** Whether this phone can also be watched live; one that cannot sends stills alone. */
    watchable: z.boolean(),
    tilt: TiltSchema,
  }),
  reply: nothing,
};

/** One is stored: `segmentId` leads to it as to any recording. */
export const StillTakenSchema = z.object({ attemptId: Id, camera: CameraSchema, segmentId: Id, takenAt: Time });
export type StillTaken = z.infer<typeof StillTakenSchema>;

export const rearViewRoutes = {
  /** The latest still of the caller's own phone, base64: the exam window looks at where the phone stands. `not_found` without one. */
  rearStill: {
    method: 'GET',
    path: '/api/candidate/rear-still',
    body: nothing,
    reply: z.object({ takenAt: Time, jpeg: z.string(), tilt: TiltSchema }),
  },
  /** A proctor has looked: the phone stands where it should. */
  confirmRearView: {
    method: 'POST',
    path: '/api/staff/attempts/:attemptId/rear-view',
    body: nothing,
    reply: nothing,
  },
} as const satisfies Record<string, Route>;
