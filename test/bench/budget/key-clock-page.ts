/** Times keys in the real exam window, beside whatever runs there. */
import { timeKeys } from '../paper/paint-clock.ts';

declare global {
  interface Window {
    /** Milliseconds from each key press to its frame since the last call. */
    takeKeyTimes(): number[];
  }
}

const times = timeKeys(document);
window.takeKeyTimes = () => times.splice(0);
