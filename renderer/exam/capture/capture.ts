import { createObservable, type Observable } from '../observable.ts';

/** What became of one device. `lost`: it was live and ended; it is being acquired again. */
export type TrackState = 'off' | 'live' | 'refused' | 'missing' | 'busy' | 'lost';

export interface CaptureState {
  camera: TrackState;
  microphone: TrackState;
  /** Whatever is live; another object after each new acquisition. Null before consent and while nothing is live. */
  stream: MediaStream | null;
  asking: boolean;
}

export interface Capture extends Observable<CaptureState> {
  /** Asks for camera and microphone. Called only after consent; again after the person has allowed or plugged one. */
  start(): Promise<void>;
  stop(): void;
}

const CAMERA: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 15, max: 15 },
};
// What is said in the room is evidence: the browser must neither clean nor level it.
const MICROPHONE: MediaTrackConstraints = {
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
};

/** Why a device could not be had, from the DOMException names of getUserMedia (W3C Media Capture and Streams 10.2). */
export function refusalOf(cause: unknown): TrackState {
  const name = cause instanceof DOMException ? cause.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  return 'busy';
}

interface Parts {
  devices: Pick<MediaDevices, 'getUserMedia' | 'addEventListener' | 'removeEventListener'>;
  schedule(task: () => void, ms: number): () => void;
  log(level: 'info' | 'warn', text: string): void;
}

const RETRY_MS = 3_000;

/** The one capture of camera and microphone that recording, live view, recognition and checks share. */
export function createCapture({ devices, schedule, log }: Parts): Capture {
  const state = createObservable<CaptureState>({ camera: 'off', microphone: 'off', stream: null, asking: false });
  let wanted = false;
  let everLive = false;
  let running: Promise<void> | null = null;
  let cancelRetry = () => {};

  async function ask(constraints: MediaStreamConstraints, device: string): Promise<MediaStreamTrack[] | TrackState> {
    try {
      return (await devices.getUserMedia(constraints)).getTracks();
    } catch (cause) {
      log('warn', `${device}: ${String(cause)}`);
      return refusalOf(cause);
    }
  }

  /** Both at once, so that one question is asked; each alone when that fails, so that one keeps working without the other. */
  async function acquire(): Promise<void> {
    const both = await ask({ video: CAMERA, audio: MICROPHONE }, 'camera and microphone');
    const video = Array.isArray(both) ? both : await ask({ video: CAMERA }, 'camera');
    const audio = Array.isArray(both) ? [] : await ask({ audio: MICROPHONE }, 'microphone');
    const tracks = [video, audio].filter(Array.isArray).flat();
    if (!wanted) {
      for (const track of tracks) track.stop();
      return;
    }
    for (const track of tracks) track.addEventListener('ended', () => lost(track));
    for (const old of state.state.stream?.getTracks() ?? []) old.stop();
    everLive ||= tracks.length > 0;
    const has = (kind: string) => tracks.some((track) => track.kind === kind);
    state.set({
      camera: has('video') ? 'live' : Array.isArray(video) ? 'missing' : video,
      microphone: has('audio') ? 'live' : Array.isArray(audio) ? 'missing' : audio,
      stream: tracks.length > 0 ? new MediaStream(tracks) : null,
      asking: false,
    });
  }

  function lost(track: MediaStreamTrack): void {
    if (!state.state.stream?.getTracks().includes(track)) return;
    log('warn', `${track.kind} track ended: ${track.label}`);
    state.patch(track.kind === 'video' ? { camera: 'lost' } : { microphone: 'lost' });
    void again();
  }

  /** After a loss: at once, on each change of devices, and each few seconds, until both are back. */
  async function again(): Promise<void> {
    cancelRetry();
    const whole = () => state.state.camera === 'live' && state.state.microphone === 'live';
    // A device plugged in while the last question is still open was not part of it.
    await running;
    if (!wanted || whole()) return;
    await start();
    // What never worked waits for the person; what worked before comes back by itself.
    if (everLive && !whole()) cancelRetry = schedule(() => void again(), RETRY_MS);
  }

  const onDeviceChange = (): void => void again();

  function start(): Promise<void> {
    if (!wanted) devices.addEventListener('devicechange', onDeviceChange);
    wanted = true;
    state.patch({ asking: true });
    running ??= acquire().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    start,
    stop() {
      wanted = false;
      cancelRetry();
      devices.removeEventListener('devicechange', onDeviceChange);
      for (const track of state.state.stream?.getTracks() ?? []) track.stop();
      state.set({ camera: 'off', microphone: 'off', stream: null, asking: false });
    },
  };
}
