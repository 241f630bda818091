import { rawPaths } from '../../../shared/contract/http.ts';
import type { Segment } from '../../../shared/contract/views.ts';
import { isStill } from '../../../shared/domain/still.ts';
import type { FetchProtected } from '../connection/protected-media.ts';

const WIDTH = 192;
const HEIGHT = 144;
/** Enough for the head of a recording and its first picture, which needs no other: a third of a segment. Bytes. */
const FIRST_PICTURE_BYTES = 128 * 1024;
/** Of 5 kB each: all segments of both cameras of a whole day. */
const KEPT = 4_000;

function drawn(source: CanvasImageSource): string {
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT });
  canvas.getContext('2d')?.drawImage(source, 0, 0, WIDTH, HEIGHT);
  return canvas.toDataURL('image/jpeg', 0.7);
}

/** The first picture of a recording, as large as a preview. Rejects where this browser finds none in it. */
function firstPicture(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const video = Object.assign(document.createElement('video'), { muted: true, preload: 'auto' });
    const end = (settle: () => void) => {
      video.onloadeddata = null;
      video.onerror = null;
      settle();
      // Lets go of its decoder at once: a page has few.
      video.removeAttribute('src');
      video.load();
    };
    video.onloadeddata = () => end(() => resolve(drawn(video)));
    video.onerror = () => end(() => reject(new Error(video.error?.message ?? 'no picture')));
    video.src = url;
  });
}

async function pictureIn(blob: Blob, isStill: boolean): Promise<string> {
  if (isStill) {
    const picture = await createImageBitmap(blob);
    const small = drawn(picture);
    picture.close();
    return small;
  }
  const url = URL.createObjectURL(blob);
  return firstPicture(url).finally(() => URL.revokeObjectURL(url));
}

/** Small pictures of segments, each drawn once: what one sees before one goes there. */
export class PreviewPictures {
  readonly #fetch: FetchProtected;
  readonly #drawn = new Map<string, string>();

  constructor(fetchProtected: FetchProtected) {
    this.#fetch = fetchProtected;
  }

  /** As a data URL; undefined when it was not drawn yet. */
  known(segmentId: string): string | undefined {
    return this.#drawn.get(segmentId);
  }

  /** Rejects when it cannot be fetched or drawn, and when nobody waits for it any more. */
  async draw(segment: Segment, signal: AbortSignal): Promise<string> {
    const { id } = segment;
    const still = isStill(segment);
    const path = rawPaths.segmentContent + encodeURIComponent(id);
    const blob = await this.#fetch(path, signal, still ? undefined : FIRST_PICTURE_BYTES);
    const picture = await pictureIn(blob, still);
    const [oldest] = this.#drawn.keys();
    if (oldest !== undefined && this.#drawn.size >= KEPT) this.#drawn.delete(oldest);
    this.#drawn.set(id, picture);
    return picture;
  }
}
