import type { Observation } from '../../../shared/domain/violations/judge.ts';
import type { FaceEngine } from '../../analyzers/face-engine.ts';
import type { FrameLook } from '../../analyzers/frame-look.ts';
import { cameraFrozen } from '../../analyzers/signs/camera-frozen.ts';
import { createLoopWatch } from '../../analyzers/signs/camera-looped.ts';
import { cameraBlocked, poorLight } from '../../analyzers/signs/camera-picture.ts';
import { faceCovered } from '../../analyzers/signs/face-covered.ts';
import { facePartlyOut, multiplePeople, noFace } from '../../analyzers/signs/faces.ts';
import { createGaze } from '../../analyzers/signs/gaze.ts';
import { identityMismatch } from '../../analyzers/signs/identity-match.ts';
import { isPictureCut } from '../../analyzers/signs/picture-cut.ts';
import { virtualCamera } from '../../analyzers/signs/virtual-camera.ts';
import { nextPace, PACES, type PaceState, paceAfter, startPace } from './watch-pace.ts';

type Seen = Observation['seen'];

const IN_DOUBT_MS = 2_000;
/** A face that the edge cuts is found in some looks and not in others: for so long after one it is not nobody. */
const CUT_MS = 3_000;

export interface WatchEye {
  /** One look, with all that it tells. Rejects when the models or the camera fail. */
  look(camera: string): Promise<Seen>;
  /** Until the next look is due, ms. */
  dueIn(): number;
  readonly pace: PaceState;
  /** Things were looked for meanwhile. */
  spentOnThings(tookMs: number): void;
  /** A second of sound was listened to for speech meanwhile. */
  spentOnSound(tookMs: number): void;
  /** The phone's picture was looked at meanwhile. */
  spentOnPhone(tookMs: number): void;
}

interface Parts {
  eyes: Pick<FaceEngine, 'look'>;
  /** The face that was confirmed at entry; null without one. */
  confirmed(): readonly number[] | null;
  elapsed(): number;
}

/** Looks at the candidate as often as the budget allows. */
export function createWatchEye({ eyes, confirmed, elapsed }: Parts): WatchEye {
  const gaze = createGaze();
  const loop = createLoopWatch();
  let pace = startPace(elapsed());
  let before: Pick<FrameLook, 'picture' | 'face'> | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let identifiedAt = Number.NEGATIVE_INFINITY;
  let looks = 0;
  let seconds = 0;
  let thingLooks = 0;
  let cutAt = Number.NEGATIVE_INFINITY;

  /** Whoever comes back or is suddenly elsewhere, and whoever was not recognised, is compared soon: that is when people change places. */
  let doubtful = true;

  const isDue = (at: number): boolean => {
    const { identifyMs } = PACES[pace.pace] ?? { identifyMs: null };
    if (identifyMs === null || confirmed() === null) return false;
    return at - identifiedAt >= (doubtful ? Math.min(IN_DOUBT_MS, identifyMs) : identifyMs);
  };

  return {
    get pace() {
      return pace;
    },
    spentOnThings(tookMs) {
      thingLooks += 1;
      if (thingLooks > 1) pace = paceAfter(pace, 'thingsCost', { tookMs, at: elapsed() });
    },
    spentOnSound(tookMs) {
      seconds += 1;
      // In the first one the detector's code is compiled.
      if (seconds > 1) pace = paceAfter(pace, 'soundCost', { tookMs, at: elapsed() });
    },
    spentOnPhone(tookMs) {
      pace = paceAfter(pace, 'phoneCost', { tookMs, at: elapsed() });
    },
    dueIn: () => lookedAt + (PACES[pace.pace]?.lookMs ?? 0) - elapsed(),
    async look(camera) {
      const at = elapsed();
      lookedAt = at;
      const identify = isDue(at);
      if (identify) identifiedAt = at;
      const look = await eyes.look(at, identify);
      if (!look) return { camera_frozen: { score: 1 }, virtual_camera: virtualCamera(camera) };
      looks += 1;
      // The first look with each model pays for starting it.
      if (looks > 2) pace = nextPace(pace, { tookMs: look.tookMs, identified: identify, at });
      const { face, template } = look;
      const reference = confirmed();
      const mismatch = template && reference ? identityMismatch(template, reference) : undefined;
      if (mismatch === null) doubtful = false;
      if (face.faces === 0 || mismatch || (before && isPictureCut(before, look) && !identify)) doubtful = true;
      const partlyOut = facePartlyOut(look);
      if (partlyOut) cutAt = at;
      const seen: Seen = {
        no_face: face.faces === 0 && at - cutAt < CUT_MS ? undefined : noFace(look),
        face_partly_out: partlyOut,
        multiple_people: multiplePeople(look),
        face_covered: faceCovered(look),
        camera_blocked: cameraBlocked(look),
        camera_frozen: cameraFrozen(look, before?.picture.print ?? null),
        camera_looped: loop.look(look, at),
        poor_light: poorLight(look),
        virtual_camera: virtualCamera(camera),
        ...gaze.look(face),
        identity_mismatch: mismatch,
      };
      before = look;
      return seen;
    },
  };
}
