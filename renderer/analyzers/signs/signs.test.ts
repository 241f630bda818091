import { describe, expect, it } from 'vitest';
import type { FaceObservation } from '../face-observation.ts';
import { cameraFrozen } from './camera-frozen.ts';
import { createLoopWatch } from './camera-looped.ts';
import { cameraBlocked, poorLight } from './camera-picture.ts';
import { faceCovered } from './face-covered.ts';
import { facePartlyOut, multiplePeople, noFace } from './faces.ts';
import { createGaze } from './gaze.ts';
import { headphones } from './headphones.ts';
import { identityMismatch } from './identity-match.ts';
import { soundSigns } from './sound.ts';
import { virtualCamera } from './virtual-camera.ts';

const face = (over: Partial<FaceObservation> = {}): FaceObservation => ({
  ...{ timestampMs: 0, faces: 1, box: { x: 0.3, y: 0.3, width: 0.3, height: 0.4 }, second: 0 },
  ...{
    yaw: 0,
    pitch: 0,
    roll: 0,
    shape: null,
    brightness: 120,
    sharpness: 300,
    landmarks: null,
    cover: null,
    around: 120,
  },
  ...over,
});
const nobody = face({ faces: 0, box: null, yaw: null, pitch: null, roll: null });
const look = (one: FaceObservation, picture = {}) => ({
  face: one,
  picture: { brightness: 120, contrast: 60, sharpness: 500, print: 1, ...picture },
});

describe('signs in a picture', () => {
  it('nobody is missed where the lens is covered', () => {
    expect(noFace(look(nobody))).toMatchObject({ detail: { cause: 'picture_clear' } });
    expect(noFace(look(face()))).toBeNull();
    const covered = look(nobody, { brightness: 8, contrast: 3 });
    expect(noFace(covered)).toBeUndefined();
    expect(cameraBlocked(covered)).not.toBeNull();
    expect(poorLight(covered)).toBeNull();
    // A bare wall in daylight covers nothing.
    const wall = look(nobody, { brightness: 130, contrast: 3 });
    expect(cameraBlocked(wall)).toBeNull();
    expect(noFace(wall)).toMatchObject({ detail: { cause: 'picture_blank' } });
  });

  it('a face in the dark is poor light, and nobody’s absence', () => {
    expect(poorLight(look(face({ brightness: 20 })))).not.toBeNull();
    expect(poorLight(look(face()))).toBeNull();
  });

  it('a small second face is a picture on the wall', () => {
    expect(multiplePeople(look(face({ faces: 2, second: 0.4 })))).toMatchObject({ detail: { faces: 2 } });
    expect(multiplePeople(look(face({ faces: 2, second: 0.02 })))).toBeNull();
  });

  it('a face is partly out when a quarter of it is', () => {
    expect(facePartlyOut(look(face({ box: { x: -0.2, y: 0.2, width: 0.4, height: 0.5 } })))).not.toBeNull();
    expect(facePartlyOut(look(face({ box: { x: -0.02, y: 0.2, width: 0.4, height: 0.5 } })))).toBeNull();
    // A forehead above the picture leaves eyes and mouth in it, a chin below it does not.
    expect(facePartlyOut(look(face({ box: { x: 0.3, y: -0.15, width: 0.4, height: 0.5 } })))).toBeNull();
    expect(facePartlyOut(look(face({ box: { x: 0.3, y: -0.25, width: 0.4, height: 0.5 } })))).not.toBeNull();
    expect(facePartlyOut(look(face({ box: { x: 0.3, y: 0.65, width: 0.4, height: 0.5 } })))).not.toBeNull();
    expect(facePartlyOut(look(nobody))).toBeUndefined();
  });

  it('a face is covered where it is near, light and straight enough to tell', () => {
    const mouth = { colour: 0.4, light: 0.1, lips: 0 };
    const cover = { mouth, eyes: { colour: 0.04, light: -0.1 }, brow: { colour: 0.03, light: 0 } };
    expect(faceCovered(look(face({ cover })))).toMatchObject({ detail: { part: 'mouth' } });
    expect(faceCovered(look(face({ cover: { ...cover, mouth: { ...mouth, colour: 0.05, lips: 0.1 } } })))).toBeNull();
    expect(faceCovered(look(face({ cover, yaw: 40 })))).toBeUndefined();
    expect(faceCovered(look(face({ cover, brightness: 10 })))).toBeUndefined();
    expect(faceCovered(look(face()))).toBeUndefined();
  });

  it('the same pixels twice are a frozen picture', () => {
    expect(cameraFrozen(look(face()), 1)).not.toBeNull();
    expect(cameraFrozen(look(face()), 2)).toBeNull();
    expect(cameraFrozen(look(face()), null)).toBeNull();
    expect(cameraFrozen(look(nobody, { brightness: 5, contrast: 1 }), 1)).toBeUndefined();
  });
});

describe('a film in the place of a camera', () => {
  /** Looks every so many ms, never quite evenly, at pictures of 30 a second named by `print`; the seconds at which it is said to be looped. */
  const loopedAt = (seconds: number, print: (frame: number) => number, everyMs = 400, seen = face()): number[] => {
    const loop = createLoopWatch();
    const found: number[] = [];
    for (let at = 0, turn = 0; at < seconds * 1_000; at += everyMs + ((turn * 37) % 91), turn += 1)
      if (loop.look(look(seen, { print: print(Math.floor((at * 30) / 1_000)) }), at)) found.push(at / 1_000);
    return found;
  };

  it.each([
    [400, 60],
    [800, 120],
    [1_500, 180],
    [2_500, 300],
    [4_000, 600],
  ])('is told by pictures that come back, looking every %i ms within %i s', (everyMs, within) => {
    const found = loopedAt(within + 60, (frame) => frame % 417, everyMs);
    expect(found[0]).toBeGreaterThan(417 / 30);
    expect(found[0]).toBeLessThan(within);
    expect(found.at(-1)).toBeGreaterThan(within + 50);
  });

  it('is over a minute after its pictures came back for the last time', () => {
    const found = loopedAt(300, (frame) => (frame < 3_000 ? frame % 417 : frame));
    expect(found.at(-1)).toBeGreaterThan(100);
    expect(found.at(-1)).toBeLessThan(165);
  });

  it('is neither a live picture nor one that stands still for long, and one coincidence is none', () => {
    expect(loopedAt(7_200, (frame) => frame)).toEqual([]);
    expect(loopedAt(600, () => 7)).toEqual([]);
    // A camera that stood still for a while, twice, and went on with what it had.
    expect(loopedAt(600, (frame) => (frame % 9_000 < 300 ? Math.floor(frame / 9_000) : frame))).toEqual([]);
    expect(loopedAt(600, (frame) => (frame >= 11_994 && frame < 12_006 ? 0 : frame))).toEqual([]);
  });

  it('is not looked for where nobody is seen: an empty room may give the same picture twice', () => {
    expect(loopedAt(120, (frame) => frame % 417, 400, nobody)).toEqual([]);
  });
});

describe('where the head points', () => {
  it('is measured from how this person sits', () => {
    const gaze = createGaze();
    for (let each = 0; each < 30; each += 1) gaze.look(face({ yaw: 15, pitch: -10 }));
    expect(gaze.look(face({ yaw: 40, pitch: -10 }))).toEqual({ looking_away: null, head_down: null });
    expect(gaze.look(face({ yaw: 48, pitch: -10 }))?.looking_away).toMatchObject({ detail: { direction: 'left' } });
    expect(gaze.look(face({ yaw: -20, pitch: -10 }))?.looking_away).toMatchObject({ detail: { direction: 'right' } });
    expect(gaze.look(face({ yaw: 15, pitch: -30 }))?.head_down).toMatchObject({ detail: { degrees: 20 } });
  });

  it('is not known of nobody or of two', () => {
    expect(createGaze().look(nobody)).toBeNull();
    expect(createGaze().look(face({ faces: 2 }))).toBeNull();
  });
});

describe('whether it is still the same person', () => {
  const confirmed = [1, 0];
  const at = (similarity: number) => [similarity, Math.sqrt(1 - similarity ** 2)];

  it('is said only of a clear face that is clearly another', () => {
    expect(identityMismatch({ template: at(0.8), problem: null }, confirmed)).toBeNull();
    expect(identityMismatch({ template: at(0.1), problem: null }, confirmed)).toMatchObject({
      detail: { similarity: 0.1 },
    });
    expect(identityMismatch({ template: at(0.42), problem: null }, confirmed)).toBeUndefined();
    expect(identityMismatch({ template: at(0.1), problem: 'blurred' }, confirmed)).toBeUndefined();
    expect(identityMismatch({ template: null, problem: 'no_face' }, confirmed)).toBeUndefined();
  });
});

describe('signs in sound', () => {
  /** A second of thirty pieces, of which the first are speech. */
  const second = (level: number, spoken: number) =>
    Array.from({ length: 10 }, (_, reading) => ({
      level,
      speech: Array.from({ length: 3 }, (_, piece) => (3 * reading + piece < spoken ? 0.9 : 0.05)),
    }));

  it('speech fills a third of a second, and is heard at all', () => {
    expect(soundSigns(second(-30, 12)).speech).not.toBeNull();
    // A cough, and somebody behind a wall.
    expect(soundSigns(second(-30, 6)).speech).toBeNull();
    expect(soundSigns(second(-60, 30)).speech).toBeNull();
  });

  it('noise is loud and no speech; silence is none at all', () => {
    expect(soundSigns(second(-20, 0))).toMatchObject({ noise: {}, speech: null, microphone_silent: null });
    expect(soundSigns(second(-100, 0)).microphone_silent).not.toBeNull();
    expect(soundSigns(second(-75, 0)).microphone_silent).toBeNull();
  });

  it('where nobody listened for speech, whether there was any is not known', () => {
    const unheard = second(-20, 12).map(({ level }) => ({ level, speech: null }));
    expect(soundSigns(unheard)).toMatchObject({ speech: undefined, noise: {} });
  });
});

describe('names of devices', () => {
  it.each(['OBS Virtual Camera', 'ManyCam Video Source', '虚拟摄像头', 'DroidCam Source 3'])(
    '%s is virtual',
    (name) => {
      expect(virtualCamera(name)).toMatchObject({ detail: { device: name } });
    },
  );
  it.each(['Integrated Camera (04f2:b604)', 'FaceTime HD Camera', 'Logitech HD Webcam C270', 'USB2.0 VGA UVC WebCam'])(
    '%s is not',
    (name) => expect(virtualCamera(name)).toBeNull(),
  );

  it('headphones are told by what is in use', () => {
    expect(headphones(['Default - Headphones (Realtek(R) Audio)'])).not.toBeNull();
    expect(headphones(['扬声器', '麦克风 (AirPods Pro)'])).not.toBeNull();
    expect(headphones(['Default - Speakers (Realtek(R) Audio)', 'Microphone Array'])).toBeNull();
  });
});
