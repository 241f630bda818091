/** Runs in the proctor's page: what is waited for is noted there, so that nothing of the driver's own way is in a figure. */
export type PhoneSaid = 'live' | 'lost';

declare global {
  interface Window {
    /** From the click on the tile to the first frame of the raised size that was shown, ms. */
    raise(tile: HTMLElement): Promise<number>;
    /** The wall clock at the first frame that the camera's tile shows from now on. */
    nextFrame(testId: string): Promise<number>;
    /** The wall clock at the first paint in which the tile says that the phone is so. */
    phoneSaid(admissionNo: string, state: PhoneSaid): Promise<number>;
  }
}

const RAISED_WIDTH = 640;
/** Nothing that is measured here may take so long: a bench that waits for ever says less than one that fails. */
const PATIENCE_MS = 45_000;

const within = <Of>(what: string, seen: () => string, start: (done: (value: Of) => void) => void): Promise<Of> =>
  new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`${what} did not come within ${PATIENCE_MS} ms: ${seen()}`)), PATIENCE_MS);
    start(resolve);
  });

const videoOf = (testId: string) => document.querySelector<HTMLVideoElement>(`[data-testid=${testId}]`);

window.raise = (tile) => {
  let width = 0;
  return within(
    'the raised picture',
    () => `last seen ${width} wide`,
    (done) => {
      const from = performance.now();
      const follow = (video: HTMLVideoElement): void =>
        void video.requestVideoFrameCallback((now, metadata) => {
          width = metadata.width;
          if (width >= RAISED_WIDTH) done(now - from);
          else follow(video);
        });
      const look = (): void => {
        const video = videoOf('video-front-raised');
        if (video) follow(video);
        else requestAnimationFrame(look);
      };
      tile.click();
      look();
    },
  );
};

window.nextFrame = (testId) =>
  within(
    `a frame of ${testId}`,
    () => videoOf(testId)?.dataset.state ?? 'no such picture',
    (done) => void videoOf(testId)?.requestVideoFrameCallback(() => done(Date.now())),
  );

window.phoneSaid = (admissionNo, state) => {
  const tile = document.querySelector<HTMLElement>(`[data-testid=place-${admissionNo}]`);
  return within(
    `a phone that is ${state}`,
    () => `${tile?.dataset.phone}`,
    (done) => {
      if (!tile) return;
      const look = (): void => {
        if (tile.dataset.phone !== state) return;
        changes.disconnect();
        requestAnimationFrame(() => done(Date.now()));
      };
      const changes = new MutationObserver(look);
      changes.observe(tile, { attributes: true, attributeFilter: ['data-phone'] });
      look();
    },
  );
};
