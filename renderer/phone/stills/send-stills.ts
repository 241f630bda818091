import { nextPace, STILL_WIDTHS } from './still-pace.ts';

const QUALITY = 0.6;

export interface StillsOptions {
  video: HTMLVideoElement;
  everyMs: number;
  /** The centre's time now; null while there is no new picture, or nobody to send one to. */
  look(): number | null;
  /** Resolves once the centre has stored it. */
  send(takenAt: number, jpeg: Blob): Promise<unknown>;
  log(text: string, cause: unknown): void;
}

/** Sends a picture again and again, one under way at a time. Returns how to stop. */
export function sendStills({ video, everyMs, look, send, log }: StillsOptions): () => void {
  const canvas = document.createElement('canvas');
  // Not the largest at first: a thin line would have nothing else for seconds.
  let size = 1;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout>;

  const encode = () =>
    new Promise<Blob>((resolve, reject) => {
      canvas.width = STILL_WIDTHS[size] ?? 0;
      canvas.height = Math.round((canvas.width * video.videoHeight) / video.videoWidth);
      canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((jpeg) => (jpeg ? resolve(jpeg) : reject(new Error('no picture'))), 'image/jpeg', QUALITY);
    });
  const later = (ms: number): void => {
    if (!stopped) timer = setTimeout(take, ms);
  };
  const goOn = (tookMs: number | null): void => {
    const pace = nextPace(size, tookMs, everyMs);
    size = pace.size;
    later(pace.waitMs);
  };
  function take(): void {
    const takenAt = look();
    if (takenAt === null || !video.videoWidth) {
      later(everyMs);
      return;
    }
    const begun = performance.now();
    encode()
      .then((jpeg) => send(takenAt, jpeg))
      .then(
        () => goOn(performance.now() - begun),
        (cause: unknown) => {
          log('a still was not stored', cause);
          goOn(null);
        },
      );
  }
  later(everyMs);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
