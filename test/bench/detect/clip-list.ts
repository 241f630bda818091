import { dirname, resolve } from 'node:path';
import * as z from 'zod';
import { VIOLATION_KINDS, type ViolationKind } from '../../../shared/domain/violation.ts';
import { violationOf, WATCHED_KINDS, type WatchedKind } from '../../../shared/domain/violations/watched-kinds.ts';

const isWatched = (kind: string): kind is WatchedKind => WATCHED_KINDS.some((each) => each === kind);
/** A sign of the phone's picture is known as what a proctor reads. */
const Kind = z
  .enum([...VIOLATION_KINDS, ...WATCHED_KINDS])
  .transform((kind): ViolationKind => (isWatched(kind) ? violationOf(kind).kind : kind));
/** Seconds from the clip's beginning. */
const Seconds = z.number().nonnegative();

const ClipSchema = z.object({
  /** An MJPEG or Y4M file for a fake camera; paths are relative to the list. */
  clip: z.string(),
  /** Which camera it is of: the phone's is looked at in pictures, one in five seconds. */
  camera: z.enum(['front', 'rear']).default('front'),
  /** Frames a second that an MJPEG was made with, which the file does not say. */
  fps: z.number().positive().max(30).default(15),
  /** A WAV file for the fake microphone. Without one the sound is not judged. */
  sound: z.string().optional(),
  /** A picture of who was confirmed at entry. Without one it is the first face of the clip. */
  confirmed: z.string().optional(),
  intervals: z.array(z.object({ kind: Kind, from: Seconds, to: Seconds })).default([]),
});
export type Clip = z.output<typeof ClipSchema>;

/** Reads the list of clips, as JSON; paths become absolute. */
export function readClips(json: string, file: string): Clip[] {
  const absolute = (path: string): string => resolve(dirname(file), path);
  return z
    .array(ClipSchema)
    .min(1)
    .parse(JSON.parse(json))
    .map((each) => ({
      ...each,
      clip: absolute(each.clip),
      ...(each.sound ? { sound: absolute(each.sound) } : {}),
      ...(each.confirmed ? { confirmed: absolute(each.confirmed) } : {}),
    }));
}
