/** Runs the task once the window has nothing to do, and after `withinMs` in any case; returns how to call it off. */
export type WhenIdle = (task: () => void, withinMs: number) => () => void;

export const whenIdle: WhenIdle = (task, withinMs) => {
  const waiting = requestIdleCallback(task, { timeout: withinMs });
  return () => cancelIdleCallback(waiting);
};
