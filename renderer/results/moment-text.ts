const AHEAD_MS = 8 * 60 * 60_000;

/** `2026-11-16 09:00`, Beijing time whatever zone the device is in. */
export const momentText = (at: number): string => new Date(at + AHEAD_MS).toISOString().slice(0, 16).replace('T', ' ');
