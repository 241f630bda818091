import { type FileHandle, open } from 'node:fs/promises';
import {
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  StreamTarget,
  WebMOutputFormat,
} from 'mediabunny';
import type { RecordedSegment } from './recorded-segment.ts';

/** What WebM cannot hold (H264 above all, and what iPhones record) goes into MP4, which every player knows. */
export function formatOf({ video, sound }: RecordedSegment): WebMOutputFormat | Mp4OutputFormat {
  const webm = new WebMOutputFormat();
  const known: readonly string[] = webm.getSupportedCodecs();
  const codecs = [video?.codec, sound?.codec].filter((codec) => codec !== undefined);
  // The index at the end: written while it grows, it needs no second pass over gigabytes.
  return codecs.every((codec) => known.includes(codec)) ? webm : new Mp4OutputFormat({ fastStart: false });
}

/** Seconds in the file from which on nothing of a segment is taken, since the next one has it; by kind. */
export interface Cut {
  video: number;
  sound: number;
}

/** One file of one camera in the making: packets as they were encoded, at their place in time. */
export interface RecordingFile {
  /** Takes a segment that begins at this second of the file. Returns how many pictures it took, and until when they last. */
  add(segment: RecordedSegment, at: number, cut: Cut): Promise<{ frames: number; until: number }>;
  /** Writes the index; durable when the promise resolves. */
  end(): Promise<void>;
}

/** The packets of a track that come after `last` and before `until`, from a whole picture on: those after it are built on it. */
function taken(packets: readonly EncodedPacket[], at: number, last: number, until: number): EncodedPacket[] {
  const first = packets.findIndex(({ type, timestamp }) => type === 'key' && at + timestamp > last);
  if (first < 0) return [];
  const past = packets.findIndex(({ timestamp }, index) => index >= first && at + timestamp >= until);
  return packets.slice(first, past < 0 ? undefined : past).map((packet) => {
    const timestamp = at + packet.timestamp;
    return packet.clone({ timestamp, duration: Math.min(packet.duration, until - timestamp) });
  });
}

const latest = (packets: readonly EncodedPacket[], before: number): number =>
  packets.reduce((most, { timestamp }) => Math.max(most, timestamp), before);

const endOf = (packets: readonly EncodedPacket[], before: number): number =>
  packets.reduce((most, { timestamp, duration }) => Math.max(most, timestamp + duration), before);

function targetIn(file: FileHandle): StreamTarget {
  const writable = new WritableStream<{ data: Uint8Array; position: number }>({
    write: async ({ data, position }) => void (await file.write(data, 0, data.length, position)),
  });
  return new StreamTarget(writable, { chunked: true });
}

/** Begins the file with the form of its first segment; all that follow must have the same. */
export async function openRecordingFile(
  path: string,
  first: RecordedSegment,
  { title, startedAt }: { title: string; startedAt: number },
): Promise<RecordingFile> {
  const file = await open(path, 'wx', 0o600);
  const output = new Output({ format: formatOf(first), target: targetIn(file) });
  const video = first.video && { source: new EncodedVideoPacketSource(first.video.codec), last: -1 };
  const sound = first.sound && { source: new EncodedAudioPacketSource(first.sound.codec), last: -1 };
  if (video && first.video) output.addVideoTrack(video.source, { rotation: first.video.rotation });
  if (sound) output.addAudioTrack(sound.source);
  output.setMetadataTags({ title, date: new Date(startedAt) });
  await output.start();
  return {
    async add(segment, at, cut) {
      const pictures = video && segment.video ? taken(segment.video.packets, at, video.last, cut.video) : [];
      const sounds = sound && segment.sound ? taken(segment.sound.packets, at, sound.last, cut.sound) : [];
      const heard = sounds.values();
      let next = heard.next();
      // In step, so that neither kind waits in memory for the other.
      const soundUntil = async (until: number) => {
        for (; !next.done && next.value.timestamp <= until; next = heard.next())
          await sound?.source.add(next.value, segment.sound ? { decoderConfig: segment.sound.config } : undefined);
      };
      for (const picture of pictures) {
        await soundUntil(picture.timestamp);
        await video?.source.add(picture, segment.video ? { decoderConfig: segment.video.config } : undefined);
      }
      await soundUntil(Number.POSITIVE_INFINITY);
      if (video) video.last = latest(pictures, video.last);
      if (sound) sound.last = latest(sounds, sound.last);
      return { frames: pictures.length, until: endOf(video ? pictures : sounds, at) };
    },
    async end() {
      try {
        await output.finalize();
        await file.sync();
      } finally {
        await file.close();
      }
    },
  };
}
