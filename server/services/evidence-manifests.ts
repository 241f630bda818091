import {
  type EvidenceManifest,
  type ManifestCamera,
  type ManifestClock,
  manifestHash,
  recordedFacts,
} from '../../shared/domain/evidence-manifest.ts';
import { isStill } from '../../shared/domain/still.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Queries } from '../sql/storage.ts';
import type { CameraLedgers } from './camera-ledgers.ts';

export interface EvidenceManifests {
  /** Everything that was recorded of the attempt and everything that was not, with its hash (EVI-3). Throws `not_found`. */
  of(attemptId: string): Promise<{ sha256: string; manifest: EvidenceManifest }>;
}

interface Parts {
  store: Queries;
  ledgers: CameraLedgers;
}

const isClock = (kind: string): kind is ManifestClock['kind'] => kind === 'clock_drift' || kind === 'computer_slept';

export function createEvidenceManifests({ store, ledgers }: Parts): EvidenceManifests {
  return {
    async of(attemptId) {
      const [person] = await store.candidatesOfAttempts([attemptId]);
      if (!person) throw new Fault('not_found');
      const segments = await store.segmentRowsOf(attemptId);
      const { cameras: read } = await ledgers.read(attemptId);
      const chains = await ledgers.links(attemptId);
      const there = new Set(segments.map(({ id }) => id));
      const cameras = read.map(
        ({ camera, spans, chain }): ManifestCamera => ({
          camera,
          segments: segments
            .filter((row) => row.camera === camera)
            .map(({ id, started_at, duration_ms, bytes, mime, sha256, stored_at }) => ({
              ...{ id, bytes, mime, sha256, startedAt: started_at, durationMs: duration_ms, storedAt: stored_at },
              kind: isStill({ mime }) ? 'still' : 'recording',
            })),
          deleted: [...recordedFacts(chains[camera])]
            .filter(([id]) => !there.has(id))
            .map(([id, sha256]) => ({ id, sha256 })),
          gaps: spans.flatMap(({ from, seconds, state, cause }) =>
            state === 'missing' ? [{ from, seconds, cause: cause ?? '' }] : [],
          ),
          ledger: { head: chain.head, links: chain.links },
        }),
      );
      const events = await store.eventsOf(attemptId);
      const manifest: EvidenceManifest = {
        ...{ format: 1, attemptId, examinationId: person.examination_id, cameras },
        candidate: { name: person.name, admissionNo: person.admission_no },
        clocks: events.flatMap(({ at, kind, detail }) => (isClock(kind) ? [{ at, kind, detail }] : [])),
      };
      return { sha256: await manifestHash(manifest), manifest };
    },
  };
}
