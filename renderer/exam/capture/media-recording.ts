import { recordingFormat, SOUND_BITS, VIDEO_BITS } from './recording-format.ts';

/** One file in the making. */
export interface Recording {
  mime: string;
  /** Resolves when it records; rejects when it cannot. */
  started: Promise<void>;
  /** Resolves with the error when it breaks off by itself. */
  broken: Promise<unknown>;
  /** Ends the file, which then plays by itself. Resolves with what there is, also after it broke. */
  stop(): Promise<Blob>;
}

/** Records a stream with the browser's MediaRecorder. Throws when this build can record nothing of it. */
export function openMediaRecording(stream: MediaStream): Recording {
  const mime = recordingFormat(stream.getVideoTracks().length > 0, (type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, {
    mimeType: mime,
    videoBitsPerSecond: VIDEO_BITS,
    audioBitsPerSecond: SOUND_BITS,
  });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size > 0) parts.push(data);
  });
  const ended = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve(), { once: true }));
  const broken = new Promise<unknown>((resolve) => recorder.addEventListener('error', resolve, { once: true }));
  const started = new Promise<void>((resolve, reject) => {
    recorder.addEventListener('start', () => resolve(), { once: true });
    recorder.addEventListener('error', reject, { once: true });
  });
  recorder.start();
  return {
    mime,
    started,
    broken,
    async stop() {
      if (recorder.state !== 'inactive') recorder.stop();
      await ended;
      return new Blob(parts, { type: mime });
    },
  };
}
