/** The ledger of an attempt's cameras (CAM-1), as the console shows it and as it is exported. */
import * as z from 'zod';
import { Hash, Id, Time } from './entries.ts';
import { nothing, type Route } from './route.ts';
import { CameraSchema } from './views.ts';

const seconds = z.number().int().nonnegative();

const LedgerSpanSchema = z.object({
  from: Time,
  seconds: z.number().int().positive(),
  state: z.enum(['recorded', 'still', 'live', 'missing']),
  /** Why it is missing; null otherwise. */
  cause: z.string().nullable(),
});

const CameraLedgerSchema = z.object({
  camera: CameraSchema,
  /** Every second that the camera owed so far, once, in order. */
  spans: z.array(LedgerSpanSchema),
  totals: z.object({
    owed: seconds,
    recorded: seconds,
    still: seconds,
    live: seconds,
    missing: seconds,
    causes: z.record(z.string(), seconds),
  }),
  chain: z.object({
    /** Hash of the latest link; 64 zeros while nothing is known. */
    head: Hash,
    links: seconds,
    /** False: a link was changed, removed or put in, and nothing after it can be relied upon. */
    intact: z.boolean(),
  }),
});
export type CameraLedger = z.infer<typeof CameraLedgerSchema>;

export const cameraLedgerRoutes = {
  cameraLedger: {
    method: 'GET',
    path: '/api/staff/attempts/:attemptId/camera-ledger',
    body: nothing,
    reply: z.object({ attemptId: Id, at: Time, cameras: z.array(CameraLedgerSchema) }),
  },
} as const satisfies Record<string, Route>;
