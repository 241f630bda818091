import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { digestFile } from '../disk/arrived-file.ts';
import type { Row } from '../sql/tables.ts';
import { type RecordedSegment, readSegment } from './recorded-segment.ts';
import { type Cut, formatOf, openRecordingFile, type RecordingFile } from './recording-file.ts';
import type { LeftOut, RecordingEntry } from './recording-list.ts';

type SegmentRow = Row<'segment'>;

/** Less than this between two segments is no gap: the time from one recorder to the next. */
const SEAM_MS = 500;

export interface WholeRecordings {
  files: RecordingEntry[];
  leftOut: LeftOut[];
}

interface Parts {
  /** The export's directory, and the folder in it that the files are to lie in, which is there. */
  to: string;
  folder: string;
  /** What the files call themselves. */
  title: string;
  /** The bytes of a segment as they came, or why there are none. */
  read(row: SegmentRow): Promise<Buffer<ArrayBuffer> | 'missing' | 'altered'>;
}

interface Readable {
  row: SegmentRow;
  segment: RecordedSegment;
}

const none: Cut = { video: Number.POSITIVE_INFINITY, sound: Number.POSITIVE_INFINITY };

/** What the next segment has is taken from the next one: it begins with a picture that needs none before it. */
function cutBefore(next: Readable | null, form: string, startedAt: number): Cut {
  if (next?.segment.form !== form) return none;
  const at = (next.row.started_at - startedAt) / 1_000;
  const beginning = (track: { packets: readonly { timestamp: number }[] } | null) =>
    at + (track?.packets[0]?.timestamp ?? Number.POSITIVE_INFINITY);
  return { video: beginning(next.segment.video), sound: beginning(next.segment.sound) };
}

/**
 * Every recorded segment of one camera in one file, in order and at its place in time, nothing encoded anew; another file from
 * where the form of the recordings changes. Two segments are in memory at once, however long it is.
 */
export async function wholeRecordings(
  rows: readonly SegmentRow[],
  { to, folder, title, read }: Parts,
): Promise<WholeRecordings> {
  const files: RecordingEntry[] = [];
  const leftOut: LeftOut[] = [];

  async function opened(row: SegmentRow): Promise<Readable | null> {
    const leave = (why: LeftOut['why']) => {
      leftOut.push({ id: row.id, camera: row.camera, why });
      return null;
    };
    const bytes = await read(row);
    if (typeof bytes === 'string') return leave(bytes);
    if (createHash('sha256').update(bytes).digest('hex') !== row.sha256) return leave('altered');
    const segment = await readSegment(bytes);
    return segment ? { row, segment } : leave('unreadable');
  }

  const waiting = rows.values();
  async function following(): Promise<Readable | null> {
    for (const row of waiting) {
      const readable = await opened(row);
      if (readable) return readable;
    }
    return null;
  }

  let entry: RecordingEntry | null = null;
  let file: RecordingFile | null = null;
  let form = '';
  let current = await following();
  while (current) {
    const { row, segment } = current;
    if (!entry || !file || segment.form !== form) {
      form = segment.form;
      const format = formatOf(segment);
      const path = `${folder}/recording-${row.camera}-${files.length + 1}${format.fileExtension}`;
      entry = {
        path,
        camera: row.camera,
        startedAt: row.started_at,
        durationMs: 0,
        bytes: 0,
        sha256: '',
        parts: [],
        gaps: [],
      };
      file = await openRecordingFile(join(to, path), segment, { title, startedAt: row.started_at });
      files.push(entry);
    }
    const next = await following();
    const from = row.started_at - entry.startedAt;
    const cut = cutBefore(next, form, entry.startedAt);
    const { frames, until } = await file.add(segment, from / 1_000, cut);
    if (from - entry.durationMs > SEAM_MS)
      entry.gaps.push({ from: entry.durationMs, durationMs: from - entry.durationMs });
    entry.parts.push({ id: row.id, sha256: row.sha256, from, frames });
    entry.durationMs = Math.max(entry.durationMs, Math.round(until * 1_000));
    if (next?.segment.form !== form) {
      await file.end();
      Object.assign(entry, await digestFile(join(to, entry.path)));
    }
    current = next;
  }
  return { files, leftOut };
}
