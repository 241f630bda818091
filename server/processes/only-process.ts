import type { Processes } from '../services/ports.ts';

/** An exam centre that is one process: there is nobody to tell. */
export const onlyProcess = (name: string): Processes => ({
  name,
  several: false,
  tell: () => {},
  hear: () => {},
});
