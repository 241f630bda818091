import { createPublisher, type Publisher } from '../streaming/publisher.ts';
import { createCameraKeeper } from './camera/camera-keeper.ts';
import { countFrames } from './camera/frame-counter.ts';
import { openCamera } from './camera/open-camera.ts';
import { keepScreenOn } from './camera/wake-lock.ts';
import { watchBattery } from './connection/battery.ts';
import { connectPhone, type PhoneConnection } from './connection/phone-connection.ts';
import type { PhoneServerClock } from './connection/server-clock.ts';
import type { PageStore } from './page-state.ts';
import { problemOf } from './pairing/redeem.ts';
import { createSegmentRecorder, recordingMime } from './recording/segment-recorder.ts';
import { createTusClient } from './recording/tus-upload.ts';
import { createUploadQueue } from './recording/upload-queue.ts';

const CLOCK_MS = 60_000;

export interface WatchOptions {
  phoneToken: string;
  video: HTMLVideoElement;
  clock: PhoneServerClock;
  store: PageStore;
  /** The pairing is over, however it ended: a reload must not go on with it. */
  onOver(): void;
  log(text: string, cause: unknown): void;
}

export interface Watch {
  /** Opens the camera and begins. Throws `PhoneProblem` when the camera cannot be had; it may then be tried again. */
  start(): Promise<void>;
  renewCamera(): void;
}

/** The second view at work: one camera, shown, streamed to whoever asks, and recorded, until the centre ends it. */
export function createWatch({ phoneToken, video, clock, store, onOver, log }: WatchOptions): Watch {
  let publisher: Publisher | null = null;
  let connection: PhoneConnection | null = null;
  let letScreenSleep = (): void => undefined;
  const counter = countFrames(video);
  const battery = watchBattery(log);

  const uploads = createUploadQueue({
    tus: createTusClient(phoneToken),
    serverTimeAt: clock.at,
    onStatus: (recording) => store.change({ recording }),
    log,
  });
  const mime = recordingMime();
  const recorder = mime ? createSegmentRecorder({ mime, onSegment: uploads.add, log }) : null;
  store.change({ recording: recorder ? { pending: 0, uploaded: 0, lostMs: 0 } : null });

  const camera = createCameraKeeper({
    open: openCamera,
    frames: counter.frames,
    onState: (state) => store.change({ camera: state }),
    onStream: (stream) => {
      video.srcObject = stream;
      video.play().catch((cause: unknown) => log('the preview does not play', cause));
      if (publisher) publisher.replaceStream(stream);
      else publisher = createPublisher({ stream, send: (viewId, data) => connection?.signal(viewId, data), log });
      recorder?.record(stream);
    },
    log,
  });

  const readClock = (): void => {
    const sentAt = performance.now();
    connection
      ?.serverTime()
      .then((serverTime) => clock.learn({ sentAt, receivedAt: performance.now(), serverTime }))
      .catch((cause: unknown) => log('the clock of the centre could not be read', cause));
  };
  const onVisibility = (): void => connection?.beat();
  const clockTimer = setInterval(readClock, CLOCK_MS);

  const stop = (): void => {
    document.removeEventListener('visibilitychange', onVisibility);
    clearInterval(clockTimer);
    connection?.close();
    publisher?.close();
    const closed = recorder?.stop();
    camera.stop();
    letScreenSleep();
    closed?.then(uploads.hurry, (cause: unknown) => log('the last segment is lost', cause));
    onOver();
  };

  const connect = (): void => {
    connection = connectPhone({
      token: phoneToken,
      heartbeat: () => ({ frames: counter.frames(), hidden: document.hidden, battery: battery() }),
      onOnline: (online) => {
        if (online && !store.get().online) {
          readClock();
          uploads.hurry();
        }
        store.change({ online });
      },
      onRefused: (reason) => {
        stop();
        store.change({ problem: problemOf(reason) });
      },
      events: {
        ended: ({ why }) => {
          store.change({ ended: why });
          stop();
        },
        'view.start': ({ viewId, iceServers }) => publisher?.start(viewId, iceServers),
        'view.quality': (wanted) => publisher?.quality(wanted),
        'view.stop': ({ viewId }) => publisher?.stop(viewId),
        signal: ({ viewId, data }) => publisher?.signal(viewId, data),
      },
      log,
    });
  };

  return {
    async start() {
      await camera.start();
      letScreenSleep = keepScreenOn(log);
      document.addEventListener('visibilitychange', onVisibility);
      connect();
    },
    renewCamera: camera.renew,
  };
}
