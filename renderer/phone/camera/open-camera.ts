import type { PhoneTrouble } from '../../../shared/domain/phone-watch.ts';
import { PhoneProblem, type Problem } from '../problem.ts';
import { type Lens, nextLens, widerLens } from './rear-lens.ts';

const PROBLEMS: Record<string, Problem> = {
  NotAllowedError: 'camera_refused',
  SecurityError: 'camera_refused',
  NotFoundError: 'camera_missing',
  OverconstrainedError: 'camera_missing',
};

const TROUBLES: Partial<Record<Problem, PhoneTrouble>> = {
  camera_refused: 'camera_refused',
  camera_missing: 'camera_missing',
};

/** Why a camera that was open before cannot be opened again: unless it says otherwise, somebody else has it. */
export const cameraTrouble = (failure: unknown): PhoneTrouble =>
  (failure instanceof PhoneProblem && TROUBLES[failure.problem]) || 'camera_taken';

export interface RearCamera {
  /** The chosen lens on the back, at first the widest. No sound. Throws `PhoneProblem`. */
  open(): Promise<MediaStream>;
  /** The next `open` takes another lens. False when there is none. */
  chooseNext(): boolean;
  /** More than one lens on the back is known. */
  hasOther(): boolean;
}

/** What Chrome on Android adds: a phone that hides its lenses behind one camera changes them by its zoom. */
interface ZoomCapabilities extends MediaTrackCapabilities {
  zoom?: { min: number };
}

/** 640x480 at 15 frames a second, as wishes: iOS 11 fails on more. */
const wanted = (lens: Lens | null): MediaStreamConstraints => ({
  video: {
    ...(lens ? { deviceId: { exact: lens.deviceId } } : { facingMode: { ideal: 'environment' } }),
    ...{ width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 15 } },
  },
  audio: false,
});

export function createRearCamera(log: (text: string, cause: unknown) => void): RearCamera {
  let chosen: Lens | null = null;
  let lenses: Lens[] = [];
  let current: string | undefined;
  let looked = false;

  const get = async (lens: Lens | null): Promise<MediaStream> => {
    const stream = await navigator.mediaDevices.getUserMedia(wanted(lens));
    const [track] = stream.getVideoTracks();
    current = track?.getSettings().deviceId;
    const zoom = (track?.getCapabilities?.() as ZoomCapabilities | undefined)?.zoom;
    if (zoom && zoom.min < 1) {
      await track
        ?.applyConstraints({ advanced: [{ zoom: zoom.min } as MediaTrackConstraintSet] })
        .catch((cause: unknown) => log('the picture cannot be made wider', cause));
    }
    return stream;
  };
  /** The widest lens is known only once a camera was allowed: the first one is given back for it. */
  const getWidest = async (stream: MediaStream): Promise<MediaStream> => {
    const devices = await navigator.mediaDevices.enumerateDevices();
    lenses = devices.filter(({ kind }) => kind === 'videoinput');
    looked = true;
    const wider = widerLens(lenses, current);
    if (!wider) return stream;
    for (const track of stream.getTracks()) track.stop();
    try {
      const opened = await get(wider);
      chosen = wider;
      return opened;
    } catch (cause) {
      log('the widest lens cannot be opened', cause);
      return get(null);
    }
  };

  return {
    async open() {
      try {
        if (chosen) {
          const lens = chosen;
          // One that cannot be had any more is not asked for again: any picture is better than none.
          chosen = null;
          const stream = await get(lens);
          chosen = lens;
          return stream;
        }
        const stream = await get(null);
        return looked ? stream : await getWidest(stream);
      } catch (cause) {
        throw new PhoneProblem(PROBLEMS[(cause as DOMException).name] ?? 'camera_busy', cause);
      }
    },
    chooseNext() {
      const next = nextLens(lenses, current);
      if (next) chosen = next;
      return next !== null;
    },
    hasOther: () => nextLens(lenses, current) !== null,
  };
}
