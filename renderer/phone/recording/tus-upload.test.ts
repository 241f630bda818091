import { expect, it } from 'vitest';
import { TusMetadataSchema } from '../../../shared/contract/http.ts';
import { newSegmentId } from './segment.ts';
import { metadataHeader } from './tus-upload.ts';

it('writes metadata that the contract accepts', () => {
  const header = metadataHeader({
    segmentId: newSegmentId(),
    camera: 'rear',
    startedAt: '1790000000000',
    durationMs: '10000',
    mime: 'video/webm;codecs=h264',
    sha256: 'a'.repeat(64),
  });
  const pairs = header.split(',').map((pair) => pair.split(' '));
  const metadata = Object.fromEntries(pairs.map(([key, value]) => [key, atob(value ?? '')]));
  expect(TusMetadataSchema.parse(metadata)).toMatchObject({ camera: 'rear', startedAt: 1790000000000 });
});
