export const canKeepScreenOn = (): boolean => 'wakeLock' in navigator;

/**
 * Keeps the screen on where the browser can (Chrome 84, iOS 16.4), again after each return to the foreground, which
 * ends the lock. Elsewhere the checklist asks for "auto-lock: never". Returns how to stop.
 */
export function keepScreenOn(log: (text: string, cause: unknown) => void): () => void {
  if (!canKeepScreenOn()) return () => undefined;
  let lock: WakeLockSentinel | null = null;
  const request = (): void => {
    if (document.hidden) return;
    navigator.wakeLock
      .request('screen')
      .then((granted) => {
        lock = granted;
      })
      .catch((cause: unknown) => log('the screen cannot be kept on', cause));
  };
  document.addEventListener('visibilitychange', request);
  request();
  return () => {
    document.removeEventListener('visibilitychange', request);
    void lock?.release();
  };
}
