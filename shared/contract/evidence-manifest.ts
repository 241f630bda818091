/** Everything that was recorded of one attempt and everything that was not, with one hash over it (EVI-3). */
import * as z from 'zod';
import type { EvidenceManifest } from '../domain/evidence-manifest.ts';
import { Hash, Id, Time } from './entries.ts';
import { nothing, type Route } from './route.ts';
import { CameraSchema } from './views.ts';

const count = z.number().int().nonnegative();

const EvidenceManifestSchema = z.object({
  format: z.literal(1),
  attemptId: Id,
  examinationId: Id,
  candidate: z.object({ name: z.string(), admissionNo: z.string() }),
  cameras: z.array(
    z.object({
      camera: CameraSchema,
      segments: z.array(
        z.object({
          ...{ id: Id, kind: z.enum(['recording', 'still']), mime: z.string(), sha256: Hash },
          ...{ startedAt: Time, durationMs: z.number().nonnegative(), bytes: count, storedAt: Time },
        }),
      ),
      deleted: z.array(z.object({ id: Id, sha256: Hash })),
      gaps: z.array(z.object({ from: Time, seconds: count, cause: z.string() })),
      ledger: z.object({ head: Hash, links: count }),
    }),
  ),
  clocks: z.array(
    z.object({
      ...{ at: Time, kind: z.enum(['clock_drift', 'computer_slept']) },
      detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    }),
  ),
}) satisfies z.ZodType<EvidenceManifest>;

export const evidenceManifestRoutes = {
  /** `sha256`: over the canonical JSON of `manifest`. */
  evidenceManifest: {
    method: 'GET',
    path: '/api/staff/attempts/:attemptId/evidence-manifest',
    body: nothing,
    reply: z.object({ sha256: Hash, manifest: EvidenceManifestSchema }),
  },
} as const satisfies Record<string, Route>;
