import {
  BufferSource,
  type EncodedPacket,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  QTFF,
  WEBM,
} from 'mediabunny';

/** What a device's MediaRecorder makes. */
const FORMATS = [WEBM, MATROSKA, MP4, QTFF];

interface Track<Codec, Config> {
  codec: Codec;
  config: Config;
  /** In the order of decoding, as they were encoded; never empty. Times in seconds from the beginning of the segment. */
  packets: readonly EncodedPacket[];
}

type CodecOf<T extends InputAudioTrack | InputVideoTrack> = NonNullable<Awaited<ReturnType<T['getCodec']>>>;
export type VideoTrack = Track<CodecOf<InputVideoTrack>, VideoDecoderConfig> & { rotation: 0 | 90 | 180 | 270 };
export type SoundTrack = Track<CodecOf<InputAudioTrack>, AudioDecoderConfig>;

/** The pictures and sounds of one segment, still encoded. */
export interface RecordedSegment {
  video: VideoTrack | null;
  sound: SoundTrack | null;
  /** Two segments with the same text can lie in one file: same codecs, set up in the same way, and the same size of picture. */
  form: string;
}

/** The last picture of a segment is shown for so long at most, seconds. */
const LAST_S = 0.1;

async function packetsOf(track: InputVideoTrack | InputAudioTrack): Promise<EncodedPacket[]> {
  const packets: EncodedPacket[] = [];
  // What an encoder writes before its own zero is there to start a decoder and is never shown.
  for await (const packet of new EncodedPacketSink(track).packets()) if (packet.timestamp >= 0) packets.push(packet);
  const [before, last] = packets.slice(-2);
  // WebM says how long a picture is shown by the next one: without any length a player leaves the last one out.
  if (before && last?.duration === 0)
    packets.splice(-1, 1, last.clone({ duration: Math.min(LAST_S, last.timestamp - before.timestamp) }));
  return packets;
}

async function videoOf(input: Input): Promise<VideoTrack | null> {
  const track = await input.getPrimaryVideoTrack();
  const [codec, config] = [await track?.getCodec(), await track?.getDecoderConfig()];
  if (!track || !codec || !config) return null;
  const packets = await packetsOf(track);
  return packets.length > 0 ? { codec, config, packets, rotation: await track.getRotation() } : null;
}

async function soundOf(input: Input): Promise<SoundTrack | null> {
  const track = await input.getPrimaryAudioTrack();
  const [codec, config] = [await track?.getCodec(), await track?.getDecoderConfig()];
  if (!track || !codec || !config) return null;
  const packets = await packetsOf(track);
  return packets.length > 0 ? { codec, config, packets } : null;
}

const bytesOf = (setUp: AllowSharedBufferSource | undefined): string => {
  if (setUp === undefined) return '';
  const view = ArrayBuffer.isView(setUp) ? setUp : new Uint8Array(setUp);
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength).toString('base64');
};

function formOf(video: VideoTrack | null, sound: SoundTrack | null): string {
  const parts: (string | number | undefined)[] = [];
  if (video) {
    const { codedWidth, codedHeight, description } = video.config;
    // H264 that carries its set-up among its pictures has no description; profile and level stand for it.
    const profile = video.codec === 'avc' ? video.config.codec : '';
    parts.push(video.codec, profile, codedWidth, codedHeight, video.rotation, bytesOf(description));
  }
  if (sound) {
    const { sampleRate, numberOfChannels, description } = sound.config;
    // Opus says in its description what the packets need no more once they are decoded one after the other.
    parts.push(sound.codec, sampleRate, numberOfChannels, sound.codec === 'opus' ? '' : bytesOf(description));
  }
  return parts.join(' ');
}

/** Null when there is nothing in it that could be shown or heard: broken off before the first picture, or no recording. */
export async function readSegment(bytes: Uint8Array<ArrayBuffer>): Promise<RecordedSegment | null> {
  const input = new Input({ source: new BufferSource(bytes), formats: FORMATS });
  try {
    const [video, sound] = [await videoOf(input), await soundOf(input)];
    return video || sound ? { video, sound, form: formOf(video, sound) } : null;
  } catch {
    return null;
  } finally {
    input.dispose();
  }
}
