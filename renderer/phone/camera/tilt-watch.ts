import { type Tilt, tiltOf } from '../../../shared/domain/tilt.ts';

/** A hand that straightens the phone follows what it reads. */
const EVERY_MS = 500;

export interface TiltWatch {
  /** As it stood last; null where nobody can tell. */
  now(): Tilt | null;
  stop(): void;
}

/** Safari since iOS 13 asks the person, and only within a tap; others tell unasked, or never. */
interface AskingMotion {
  requestPermission?(): Promise<string>;
}

/** `screen.orientation` came to iOS with 16.4. */
const screenAngle = (): number => screen.orientation?.angle ?? window.orientation;

/** Follows how the phone stands. To be called within the tap that opens the camera. */
export function watchTilt(onTilt: (tilt: Tilt | null) => void, log: (text: string, cause: unknown) => void): TiltWatch {
  let tilt: Tilt | null = null;
  let readAt = 0;
  let stopped = false;
  const read = ({ accelerationIncludingGravity: pull }: DeviceMotionEvent): void => {
    const at = performance.now();
    if (at - readAt < EVERY_MS || !pull) return;
    const { x, y, z } = pull;
    // A device without the sensor sends one event with nothing in it.
    if (x === null || y === null || z === null) return;
    readAt = at;
    tilt = tiltOf({ x, y, z }, screenAngle());
    onTilt(tilt);
  };
  const listen = (): void => {
    if (!stopped) window.addEventListener('devicemotion', read);
  };
  const asking = (window.DeviceMotionEvent as AskingMotion | undefined) ?? {};
  if (asking.requestPermission) {
    asking.requestPermission().then(
      (said) => said === 'granted' && listen(),
      (cause: unknown) => log('how the phone stands is not told', cause),
    );
  } else listen();
  return {
    now: () => tilt,
    stop() {
      stopped = true;
      window.removeEventListener('devicemotion', read);
    },
  };
}
