import { rawPaths } from '../../shared/contract/http.ts';
import { ThesisMetadataSchema } from '../../shared/contract/thesis.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { CandidateCaller } from '../services/callers.ts';
import { THESIS_LIMIT, type Theses } from '../services/theses.ts';
import { candidateOf } from './access-guard.ts';
import type { UploadKind, UploadMetadata } from './resumable-upload.ts';

const parseMetadata = (metadata: UploadMetadata) => {
  const parsed = ThesisMetadataSchema.safeParse(metadata);
  if (!parsed.success) throw new Fault('bad_request', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
  return parsed.data;
};

/** Upload of theses, by their candidate only and before the deadline only (SUB-1). */
export function thesisUpload(theses: Theses, incoming: string): UploadKind<CandidateCaller> {
  return {
    path: rawPaths.thesis,
    incoming,
    sealing: null,
    maxBytes: THESIS_LIMIT,
    callerOf: candidateOf,
    admit: (caller, metadata, size) => theses.admit(caller.attemptId, parseMetadata(metadata), size),
    goOn(caller, metadata) {
      if (metadata.attemptId !== caller.attemptId) throw new Fault('not_allowed');
      theses.requireOpen(parseMetadata(metadata).sessionId);
    },
    take: (attemptId, metadata, uploadPath, recovered) =>
      theses.take(attemptId, parseMetadata(metadata), uploadPath, recovered),
  };
}
