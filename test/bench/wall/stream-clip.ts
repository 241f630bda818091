/** What one camera would send: H264 access units, Annex B, the first of them a key frame. */
export interface StreamClip {
  frameRate: number;
  /** Base64, so that it crosses a page's and a process's border alike. */
  units: string[];
}

/** Runs in a page: encodes a moving, noisy picture as the wall's pictures are encoded (320x240, 5 fps). */
export async function encodeClip(): Promise<StreamClip> {
  const [width, height, frameRate, seconds] = [320, 240, 5, 10];
  const canvas = new OffscreenCanvas(width, height);
  const picture = canvas.getContext('2d');
  if (!picture) throw new Error('no canvas');
  const units: string[] = [];
  const encoder = new VideoEncoder({
    output: (chunk) => {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      units.push(btoa(String.fromCharCode(...bytes)));
    },
    error: (cause) => console.error(cause),
  });
  encoder.configure({
    ...{ codec: 'avc1.42e01f', avc: { format: 'annexb' }, width, height },
    ...{ framerate: frameRate, bitrate: 90_000, latencyMode: 'realtime' },
  });
  for (let frame = 0; frame < frameRate * seconds; frame += 1) {
    picture.fillStyle = `hsl(${frame * 3} 30% 45%)`;
    picture.fillRect(0, 0, width, height);
    for (let speck = 0; speck < 60; speck += 1) {
      picture.fillStyle = `hsl(${(speck * 53) % 360} 40% 60%)`;
      picture.fillRect((speck * 97 + frame * 2) % width, (speck * 61) % height, 24, 18);
    }
    const video = new VideoFrame(canvas, { timestamp: (frame * 1e6) / frameRate });
    encoder.encode(video, { keyFrame: frame === 0 });
    video.close();
  }
  await encoder.flush();
  encoder.close();
  return { frameRate, units };
}
