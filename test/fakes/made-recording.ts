import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Output,
  WebMOutputFormat,
} from 'mediabunny';

interface Made {
  /** Pictures, 10 a second, the first of every ten a whole one; each holds its own name and is no picture to a decoder. */
  pictures: number;
  /** What its pictures and sounds are told apart by. */
  name: string;
  width?: number;
  sound?: boolean;
}

/** A WebM file in which pictures and sounds lie as a MediaRecorder puts them; what is in them no decoder would take. */
export async function madeRecording({
  pictures,
  name,
  width = 640,
  sound = false,
}: Made): Promise<Buffer<ArrayBuffer>> {
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const video = new EncodedVideoPacketSource('vp8');
  const audio = new EncodedAudioPacketSource('opus');
  output.addVideoTrack(video);
  if (sound) output.addAudioTrack(audio);
  await output.start();
  const decoderConfig = { codec: 'vp8', codedWidth: width, codedHeight: 480 };
  const soundConfig = { codec: 'opus', sampleRate: 48_000, numberOfChannels: 1 };
  for (let each = 0; each < pictures; each += 1) {
    const type = each % 10 === 0 ? 'key' : 'delta';
    const packet = (text: string) => new EncodedPacket(Buffer.from(`${name} ${text} ${each}`), type, each / 10, 0.1);
    await video.add(packet('picture'), { decoderConfig });
    if (sound) await audio.add(packet('sound').clone({ type: 'key' }), { decoderConfig: soundConfig });
  }
  await output.finalize();
  return Buffer.from(target.buffer ?? new ArrayBuffer(0));
}
