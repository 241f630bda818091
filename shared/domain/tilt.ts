/** What a phone's sensor says pulls at it, m/s²: along its own axes, z out of its screen. Some browsers turn every sign round. */
export interface Pull {
  x: number;
  y: number;
  z: number;
}

/** How a phone stands, in whole degrees, 0 to 90. */
export interface Tilt {
  /** How far its picture leans to one side: 90 is a picture that lies on its side. */
  roll: number;
  /** How far its lens looks above or below the horizon: 90 is a phone that lies flat. */
  pitch: number;
}

export type TiltFault = 'lying' | 'tilted';

/** Outside of these the phone is being moved, and what pulls at it is not the earth alone. */
const EARTH = { least: 8, most: 12 };
/** A lens 1.2 to 1.5 m above the floor that looks at a desk 1.5 to 2 m away looks down by 15 to 30 degrees. */
const LYING_DEGREES = 50;
/** What a person straightens when told to; a stand is never quite level. */
const TILTED_DEGREES = 12;

const degrees = (across: number, along: number): number =>
  Math.round((Math.atan2(Math.abs(across), Math.abs(along)) * 180) / Math.PI);

/**
 * How a phone stands; null while it is being moved. `screenAngle`: by how much the browser has turned what it shows, and with it
 * the picture. Whether it stands on its head cannot be told: not all browsers mean the same by a sign.
 */
export function tiltOf({ x, y, z }: Pull, screenAngle: number): Tilt | null {
  const pull = Math.hypot(x, y, z);
  if (pull < EARTH.least || pull > EARTH.most) return null;
  const [across, along] = screenAngle % 180 === 0 ? [x, y] : [y, x];
  return { roll: degrees(across, along), pitch: degrees(z, Math.hypot(x, y)) };
}

/** What to say of it. Of a phone that lies flat nobody can say to which side it leans. */
export function tiltFault(tilt: Tilt | null): TiltFault | null {
  if (tilt === null) return null;
  if (tilt.pitch >= LYING_DEGREES) return 'lying';
  return tilt.roll >= TILTED_DEGREES ? 'tilted' : null;
}
