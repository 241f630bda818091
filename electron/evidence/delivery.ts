import type { LogFile } from '../log/log-file.ts';
import type { Centre } from './centre.ts';
import type { Spool, StoredSegment } from './spool.ts';

/** The server has not confirmed what it was given: the file stays and is sent again (EVI-1). */
export class NotAcknowledged extends Error {
  constructor(segmentId: string, found: string | null) {
    super(`${segmentId}: ${found === null ? 'not stored at the centre' : 'stored with another hash'}`);
    this.name = 'NotAcknowledged';
  }
}

/**
 * Brings one segment to the centre and removes it here, which happens only after the server has named its hash
 * (EVI-1). Throws SegmentDamaged before anything is sent, NotAcknowledged, or what the centre threw.
 */
export async function deliver(segment: StoredSegment, spool: Spool, centre: Centre, log: LogFile): Promise<void> {
  const plain = await spool.read(segment);
  const begunAt = await spool.uploadUrl(segment);
  // An upload begun earlier may have been finished, and only the acknowledgement been lost.
  const already = begunAt === null ? null : await centre.acknowledgement(segment.meta.segmentId);
  if (already !== segment.sha256) {
    await centre.upload(segment, plain, begunAt, (url) => {
      if (url === begunAt) return;
      spool.rememberUploadUrl(segment, url).catch((cause) => log.write('warn', `upload place not kept: ${cause}`));
    });
    const stored = await centre.acknowledgement(segment.meta.segmentId);
    if (stored !== segment.sha256) {
      await spool.rememberUploadUrl(segment, null);
      throw new NotAcknowledged(segment.meta.segmentId, stored);
    }
  }
  await spool.remove(segment);
}
