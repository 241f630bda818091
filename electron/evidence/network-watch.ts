import type { Net, PowerMonitor } from 'electron';

/** Electron tells no change of the network in the main process: look. */
const LOOK_EVERY_MS = 1000;

/** Calls `back` whenever the network returns, and after the computer has slept. Returns what ends the watch. */
export function watchNetwork(net: Net, powerMonitor: PowerMonitor, back: () => void): () => void {
  let online = net.isOnline();
  const timer = setInterval(() => {
    const before = online;
    online = net.isOnline();
    if (online && !before) back();
  }, LOOK_EVERY_MS);
  powerMonitor.on('resume', back);
  return () => {
    clearInterval(timer);
    powerMonitor.removeListener('resume', back);
  };
}
