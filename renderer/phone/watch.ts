import type { PhoneTrouble } from '../../shared/domain/phone-watch.ts';
import { STILL_ALONE_EVERY_MS, STILL_EVERY_MS } from '../../shared/domain/still.ts';
import { createPublisher, type Publisher } from '../streaming/publisher.ts';
import { createCameraKeeper } from './camera/camera-keeper.ts';
import { countFrames } from './camera/frame-counter.ts';
import { cameraTrouble, createRearCamera } from './camera/open-camera.ts';
import { type TiltWatch, watchTilt } from './camera/tilt-watch.ts';
import { keepScreenOn } from './camera/wake-lock.ts';
import { watchBattery } from './connection/battery.ts';
import { connectPhone, type PhoneConnection, WATCHABLE } from './connection/phone-connection.ts';
import type { PhoneServerClock } from './connection/server-clock.ts';
import type { PageStore } from './page-state.ts';
import { problemOf } from './pairing/redeem.ts';
import { createGapReports } from './recording/gap-reports.ts';
import { createSegmentRecorder, recordingMime } from './recording/segment-recorder.ts';
import { createTusClient } from './recording/tus-upload.ts';
import { createUploadQueue } from './recording/upload-queue.ts';
import { sendStills } from './stills/send-stills.ts';

const CLOCK_MS = 60_000;
/** Earlier than the exam centre asks for it. */
const BATTERY_LOW = 0.2;

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
  /** Takes another lens of the phone, where it has one. */
  changeLens(): void;
}

/** The second view at work: one camera, shown, streamed to whoever asks, and recorded, until the centre ends it. */
export function createWatch({ phoneToken, video, clock, store, onOver, log }: WatchOptions): Watch {
  let publisher: Publisher | null = null;
  let connection: PhoneConnection | null = null;
  let letScreenSleep = (): void => undefined;
  let stopStills = (): void => undefined;
  let tilt: TiltWatch | null = null;
  const counter = countFrames(video);
  let trouble: PhoneTrouble | null = null;
  /** The page is being closed, or put away by the browser. */
  let leaving = false;
  /** What was the matter last, until the centre knows. */
  let was: PhoneTrouble | null = null;
  const battery = watchBattery(() => {
    const now = battery();
    store.change({ batteryLow: now !== null && !now.charging && now.level <= BATTERY_LOW });
    connection?.beat();
  }, log);

  const gaps = createGapReports({
    serverTimeAt: clock.at,
    send: async (gap) => {
      if (!connection) throw new Error('not connected yet');
      await connection.reportGap(gap);
    },
  });
  const uploads = createUploadQueue({
    tus: createTusClient(phoneToken),
    serverTimeAt: clock.at,
    onStatus: (recording) => store.change({ recording }),
    onDropped: ({ startedAt, durationMs }) => gaps.report({ startedAt, durationMs, cause: 'memory_full' }),
    log,
  });
  const mime = recordingMime();
  const recorder = mime
    ? createSegmentRecorder({
        mime,
        onSegment: uploads.add,
        onNothing: (stretch) => gaps.report({ ...stretch, cause: 'nothing_recorded' }),
        log,
      })
    : null;
  store.change({ recording: recorder ? { pending: 0, uploaded: 0, lostMs: 0 } : null });

  const rear = createRearCamera(log);
  const camera = createCameraKeeper({
    open: rear.open,
    troubleOf: cameraTrouble,
    frames: counter.frames,
    onState: (state, why) => {
      trouble = why;
      store.change({ camera: state, trouble: why, otherLens: rear.hasOther() });
      if (state === 'interrupted') recorder?.pause();
      const { srcObject } = video;
      if (state === 'live' && srcObject) recorder?.record(srcObject as MediaStream);
      connection?.beat();
    },
    onInterruption: (interruption) => {
      was = interruption.cause;
      gaps.report(interruption);
    },
    onSlept: () => {
      clock.slept(performance.now());
      readClock();
    },
    onStream: (stream) => {
      video.srcObject = stream;
      video.play().catch((cause: unknown) => log('the preview does not play', cause));
      if (publisher) publisher.replaceStream(stream);
      else if (WATCHABLE)
        publisher = createPublisher({ stream, send: (viewId, data) => connection?.signal(viewId, data), log });
    },
    log,
  });

  function readClock(): void {
    const sentAt = performance.now();
    connection
      ?.serverTime()
      .then((serverTime) => clock.learn({ sentAt, receivedAt: performance.now(), serverTime }))
      .then(gaps.kick)
      .catch((cause: unknown) => log('the clock of the centre could not be read', cause));
  }
  const onLeaving = ({ type }: Event): void => {
    leaving = type === 'pagehide';
    connection?.beat();
  };
  const clockTimer = setInterval(readClock, CLOCK_MS);

  const stop = (): void => {
    window.removeEventListener('pagehide', onLeaving);
    window.removeEventListener('pageshow', onLeaving);
    clearInterval(clockTimer);
    stopStills();
    tilt?.stop();
    connection?.close();
    publisher?.close();
    const closed = recorder?.stop();
    camera.stop();
    letScreenSleep();
    void closed?.then(uploads.hurry);
    onOver();
  };

  let seen = 0;
  /** Only what is new is evidence: a camera that stands still sends nothing. */
  const look = (): number | null => {
    const frames = counter.frames();
    if (frames === seen || !store.get().online) return null;
    seen = frames;
    return clock.at(performance.now());
  };
  const connect = (): void => {
    connection = connectPhone({
      token: phoneToken,
      heartbeat: () => {
        const { level = null, charging = null } = battery() ?? {};
        return { frames: counter.frames(), trouble: leaving ? 'closed' : trouble, was, battery: level, charging };
      },
      onHeard: (said) => {
        if (said.was === was && said.trouble === null) was = null;
      },
      onOnline: (online) => {
        if (online && !store.get().online) {
          readClock();
          uploads.hurry();
          gaps.kick();
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
        'view.start': ({ viewId, iceServers, peerId }) => publisher?.start(viewId, iceServers, peerId),
        'view.quality': (wanted) => publisher?.quality(wanted),
        'view.stop': ({ viewId }) => publisher?.stop(viewId),
        signal: ({ viewId, data }) => publisher?.signal(viewId, data),
      },
      log,
    });
  };

  return {
    async start() {
      // Before anything is awaited: the question about the sensor is part of the tap. A second try asks no second one.
      tilt ??= watchTilt((now) => store.change({ tilt: now }), log);
      await camera.start();
      letScreenSleep = keepScreenOn(log);
      window.addEventListener('pagehide', onLeaving);
      window.addEventListener('pageshow', onLeaving);
      connect();
      const everyMs = recorder && WATCHABLE ? STILL_EVERY_MS : STILL_ALONE_EVERY_MS;
      const send = async (takenAt: number, jpeg: Blob) => connection?.still(takenAt, jpeg, tilt?.now() ?? null);
      stopStills = sendStills({ video, everyMs, look, send, log });
    },
    renewCamera: camera.renew,
    changeLens: () => {
      if (rear.chooseNext()) camera.renew();
    },
  };
}
