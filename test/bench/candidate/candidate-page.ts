/** The media side of the exam window without the exam around it, and the bare recorder that it is held against. */
import { createCapture } from '../../../renderer/exam/capture/capture.ts';
import { openMediaRecording } from '../../../renderer/exam/capture/media-recording.ts';
import { createRecorder } from '../../../renderer/exam/capture/recorder.ts';
import { recordingFormat, SOUND_BITS, VIDEO_BITS } from '../../../renderer/exam/capture/recording-format.ts';
import { createPublisher, type Publisher } from '../../../renderer/streaming/publisher.ts';

declare global {
  interface Window {
    /** Bound by the bench: a signal that leaves this page. */
    outgoing(viewId: string, data: unknown): Promise<void>;
    publisher: Publisher;
    /** Captures, records in segments and stands ready for viewers, as the exam window does. */
    openMedia(): Promise<void>;
    /** Captures and records, and nothing else. */
    recordBare(): Promise<void>;
    /** Bytes recorded so far. */
    recorded: number;
  }
}

window.recorded = 0;

const schedule = (task: () => void, ms: number) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};

window.openMedia = async () => {
  const capture = createCapture({ devices: navigator.mediaDevices, schedule, log: (_, text) => console.warn(text) });
  await capture.start();
  const { stream } = capture.state;
  if (!stream) throw new Error('no camera');
  const recorder = createRecorder({
    attemptId: 'bench',
    capture,
    open: openMediaRecording,
    put: async (_, bytes) => {
      window.recorded += bytes.byteLength;
    },
    report: ({ cause }) => console.error(`a hole in the recording: ${cause}`),
    now: () => performance.timeOrigin + performance.now(),
    schedule,
    log: (_, text) => console.warn(text),
  });
  recorder.start();
  window.publisher = createPublisher({ stream, send: (viewId, data) => void window.outgoing(viewId, data) });
};

window.recordBare = async () => {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { width: 640, height: 480, frameRate: 15 },
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  });
  const recorder = new MediaRecorder(stream, {
    mimeType: recordingFormat(true, (type) => MediaRecorder.isTypeSupported(type)),
    ...{ videoBitsPerSecond: VIDEO_BITS, audioBitsPerSecond: SOUND_BITS },
  });
  recorder.addEventListener('dataavailable', ({ data }) => {
    window.recorded += data.size;
  });
  recorder.start(1_000);
};
