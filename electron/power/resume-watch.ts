import type { PowerMonitor } from 'electron';

/** Calls `awake` when the computer wakes up: what waits for a timer would learn of it a second later. */
export function watchResume(powerMonitor: PowerMonitor, awake: () => void): () => void {
  powerMonitor.on('resume', awake);
  return () => {
    powerMonitor.removeListener('resume', awake);
  };
}
