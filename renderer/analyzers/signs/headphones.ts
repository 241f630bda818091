import type { Sighting } from '../../../shared/domain/violations/judge.ts';

const NAMES = /headphone|headset|earphone|ear ?buds?\b|earpods|airpods|\bbuds\b|hands-?free|耳机|耳麦|头戴/i;

/**
 * By the names of what the sound comes out of and goes in to. Plain ones in the loudspeakers' socket are not told apart by every
 * system, and ears are not looked at.
 */
export function headphones(inUse: readonly string[]): Sighting | null {
  const device = inUse.find((name) => NAMES.test(name));
  return device === undefined ? null : { score: 0.8, detail: { device: device.slice(0, 100) } };
}
