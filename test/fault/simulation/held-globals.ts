import { plainCrypto } from './plain-crypto.ts';
import type { Cancel, Timeline } from './timeline.ts';

interface Handle {
  cancel: Cancel;
  ref(): Handle;
  unref(): Handle;
}

/**
 * While the world is simulated, timers set by anybody are due on its timeline, and cryptography answers at once. Returns
 * the function that gives the real ones back.
 */
export function holdGlobals(timeline: Timeline, random: () => number): () => void {
  const handleOf = (cancel: Cancel): Handle => {
    const handle = { cancel, ref: () => handle, unref: () => handle };
    return handle;
  };
  const set = (task: () => void, ms = 0) => handleOf(timeline.after(ms, task));
  const clear = (handle: Handle | undefined) => handle?.cancel();
  const repeat = (task: () => void, ms: number) => {
    let cancel: Cancel = () => {};
    const again = () => {
      cancel = timeline.after(ms, () => {
        again();
        task();
      });
    };
    again();
    return handleOf(() => cancel());
  };
  const held = {
    setTimeout: set,
    clearTimeout: clear,
    setInterval: repeat,
    clearInterval: clear,
    setImmediate: (task: () => void) => set(task),
    clearImmediate: clear,
    crypto: plainCrypto(random),
  };
  const before = Object.keys(held).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name, value] of Object.entries(held)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  return () => {
    for (const [name, descriptor] of before) if (descriptor) Object.defineProperty(globalThis, name, descriptor);
  };
}
