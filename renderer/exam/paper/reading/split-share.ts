/** Neither side of a split becomes smaller than this share: what is on it stays within reach. */
const LEAST = 0.2;
const STEP = 0.05;

const bounded = (share: number): number => Math.min(1 - LEAST, Math.max(LEAST, share));

/** The first side's share when the divider is `at` pixels into a frame of `length`. */
export const shareWithin = (at: number, length: number): number => bounded(length > 0 ? at / length : 0.5);

/** The share after a key on the divider, null when the key does not move it. */
export function shareAfterKey(share: number, key: string, direction: 'columns' | 'rows'): number | null {
  const [less, more] = direction === 'columns' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  if (key === less) return bounded(share - STEP);
  if (key === more) return bounded(share + STEP);
  if (key === 'Home') return LEAST;
  if (key === 'End') return 1 - LEAST;
  return null;
}
