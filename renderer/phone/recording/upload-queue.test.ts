import { describe, expect, it, vi } from 'vitest';
import type { Segment } from './segment.ts';
import { UploadRefused } from './tus-upload.ts';
import { createUploadQueue, type UploadStatus } from './upload-queue.ts';

const segment = (id: string, bytes = 1_000): Segment => ({
  id,
  blob: new Blob([new Uint8Array(bytes)]),
  mime: 'video/webm',
  startedAt: 500,
  durationMs: 10_000,
});

/** A server that answers as told: `failures` first, then well. */
function serverThat(failures: Error[]) {
  const created: Record<string, string>[] = [];
  const resumed: string[] = [];
  const statuses: UploadStatus[] = [];
  const dropped: string[] = [];
  const queue = (memoryLimit?: number) => {
    const made = createUploadQueue({
      tus: {
        create: async (_size, metadata) => {
          created.push(metadata);
          return { path: `/upload/${created.length}` };
        },
        resume: async ({ path }) => {
          const failure = failures.shift();
          if (failure) {
            // The delay before the next try is not what is tested here.
            setTimeout(() => made.hurry());
            throw failure;
          }
          resumed.push(path);
        },
      },
      serverTimeAt: (elapsed) => elapsed + 1_000_000,
      onStatus: (status) => statuses.push(status),
      onDropped: ({ id }) => dropped.push(id),
      log: () => undefined,
      ...(memoryLimit && { memoryLimit }),
    });
    return made;
  };
  return { created, resumed, statuses, dropped, queue };
}

describe('upload queue', () => {
  it('announces a segment with its hash and its start on the clock of the centre', async () => {
    const { created, statuses, queue } = serverThat([]);
    queue().add(segment('rear-1'));
    await vi.waitFor(() => expect(statuses.at(-1)).toEqual({ pending: 0, uploaded: 1, lostMs: 0 }));
    expect(created[0]).toMatchObject({
      segmentId: 'rear-1',
      camera: 'rear',
      startedAt: '1000500',
      durationMs: '10000',
    });
    // SHA-256 of a thousand zero bytes.
    expect(created[0]?.sha256).toBe('541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53');
  });

  it('[EVI-1] goes on with the same upload after lost connections and never gives up', async () => {
    const { resumed, statuses, queue } = serverThat(Array.from({ length: 12 }, () => new TypeError('Failed to fetch')));
    const uploads = queue();
    uploads.add(segment('rear-1'));
    uploads.add(segment('rear-2'));
    await vi.waitFor(() => expect(statuses.at(-1)).toMatchObject({ pending: 0, uploaded: 2 }));
    expect(resumed).toEqual(['/upload/1', '/upload/2']);
  });

  it('begins an upload anew that the server does not know, and resumes one that it could not take just now', async () => {
    const { resumed, statuses, queue } = serverThat([new UploadRefused(507), new UploadRefused(404)]);
    queue().add(segment('rear-1'));
    await vi.waitFor(() => expect(statuses.at(-1)).toMatchObject({ uploaded: 1 }));
    expect(resumed).toEqual(['/upload/2']);
  });

  it('[CAM-1] counts what no longer fits into memory as lost, oldest first', async () => {
    const { created, statuses, queue, dropped } = serverThat([new TypeError('Failed to fetch')]);
    const uploads = queue(2_500);
    for (const id of ['rear-1', 'rear-2', 'rear-3', 'rear-4']) uploads.add(segment(id));
    expect(statuses.at(-1)).toEqual({ pending: 2, uploaded: 0, lostMs: 20_000 });
    expect(dropped).toHaveLength(2);
    // The first was under way when it was dropped: once it arrives after all, it is not lost.
    await vi.waitFor(() => expect(statuses.at(-1)?.pending).toBe(0));
    const ids = created.map(({ segmentId }) => segmentId);
    expect(ids).not.toContain('rear-2');
    expect(ids.slice(-2)).toEqual(['rear-3', 'rear-4']);
  });
});
