/** A camera as `enumerateDevices` tells it: once the camera was allowed, its label says which one it is. */
export interface Lens {
  deviceId: string;
  label: string;
}

const FRONT = /front|user|face ?time|前置|正面/i;
const ULTRA_WIDE = /ultra ?-?wide|超广角/i;
/** iPhones name the combined cameras, which begin at the ultra-wide one, after how many lenses they join. */
const COMBINED = /dual wide|triple|双广角|三镜头|三合一/i;
const NARROW = /tele|macro|depth|长焦|微距|远摄/i;

const width = ({ label }: Lens): number => {
  if (ULTRA_WIDE.test(label)) return 3;
  if (COMBINED.test(label)) return 2;
  return NARROW.test(label) ? 0 : 1;
};

/**
 * The lenses on the back, the widest first: from two metres desk, screen and candidate must all be in the picture. Those that
 * see equally far keep the phone's own order, in which the main one comes first. Empty while no label is known.
 */
export function rearLenses(lenses: readonly Lens[]): Lens[] {
  return lenses
    .filter(({ label }) => label !== '' && !FRONT.test(label))
    .map((lens, place) => ({ lens, place }))
    .sort((left, right) => width(right.lens) - width(left.lens) || left.place - right.place)
    .map(({ lens }) => lens);
}

/** The lens to take instead of the one the phone chose; null when that one sees as far as any, or nobody knows. */
export function widerLens(lenses: readonly Lens[], current: string | undefined): Lens | null {
  const [widest] = rearLenses(lenses);
  if (!widest || widest.deviceId === current) return null;
  const now = lenses.find(({ deviceId }) => deviceId === current);
  return now && (FRONT.test(now.label) || width(now) < width(widest)) ? widest : null;
}

/** The next one for whoever asks for another picture; null when there is no other. */
export function nextLens(lenses: readonly Lens[], current: string | undefined): Lens | null {
  const rear = rearLenses(lenses);
  const next = rear[(rear.findIndex(({ deviceId }) => deviceId === current) + 1) % rear.length];
  return next && next.deviceId !== current ? next : null;
}
