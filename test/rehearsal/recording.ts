import type { Page } from 'playwright-core';
import { rawPaths } from '../../shared/contract/http.ts';
import type { Segment } from '../../shared/contract/views.ts';

/** What a browser made of one recorded segment on its own. */
export interface DecodedSegment {
  seconds: number;
  width: number;
  /** Whether its first and last picture differ. */
  moves: boolean;
  /** Seconds of sound decoded; 0 where the camera has none. */
  soundSeconds: number;
}

/** Fetches a recording as the page may and decodes it, alone, in the page's browser. `token`: what shows that it may. */
export function decodeRecording(page: Page, address: string, token: string | null): Promise<DecodedSegment> {
  return page.evaluate(
    async ({ url, bearer }) => {
      const response = await fetch(url, bearer === null ? {} : { headers: { authorization: `Bearer ${bearer}` } });
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      const blob = await response.blob();
      const video = document.createElement('video');
      video.muted = true;
      const happens = (name: string) =>
        new Promise<void>((resolve, reject) => {
          video.addEventListener(name, () => resolve(), { once: true });
          video.addEventListener('error', () => reject(new Error(`not playable: ${video.error?.message}`)), {
            once: true,
          });
        });
      const picture = () => {
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [64, 48];
        const context = canvas.getContext('2d');
        context?.drawImage(video, 0, 0, 64, 48);
        return context?.getImageData(0, 0, 64, 48).data.join() ?? '';
      };
      const loaded = happens('loadeddata');
      video.src = URL.createObjectURL(blob);
      await loaded;
      const first = picture();
      // Every frame is decoded, in order, as the proctor's player does it; only faster.
      const ended = happens('ended');
      video.playbackRate = 12;
      await video.play();
      await ended;
      const seconds = video.duration;
      const later = picture();
      const sound = await new OfflineAudioContext(1, 1, 48_000)
        .decodeAudioData(await blob.arrayBuffer())
        .then((buffer) => buffer.duration)
        .catch(() => 0);
      const width = video.videoWidth;
      URL.revokeObjectURL(video.src);
      return { seconds, width, moves: first !== later, soundSeconds: sound };
    },
    { url: address, bearer: token },
  );
}

/** Total over segments that really play; a segment that does not is named in `broken`. */
export async function decodeAll(page: Page, token: string, segments: readonly Segment[]) {
  const sum = { seconds: 0, soundSeconds: 0, broken: [] as string[] };
  for (const segment of segments) {
    try {
      const { seconds, width, moves, soundSeconds } = await decodeRecording(
        page,
        rawPaths.segmentContent + encodeURIComponent(segment.id),
        token,
      );
      // What was stopped within its first second may be one picture.
      if (width === 0 || (seconds > 1 && !moves)) throw new Error('no moving picture');
      sum.seconds += seconds;
      sum.soundSeconds += soundSeconds;
    } catch (cause) {
      sum.broken.push(`${segment.id}: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  }
  return sum;
}
