import os from 'node:os';

/** Milliseconds on a clock that goes on in sleep and that nobody can set, and its step. */
export interface SinceBoot {
  ms: number;
  precisionMs: number;
}

/**
 * What Node asks of each system (libuv): Windows GetTickCount64, which counts sleep and hibernation in steps of up to
 * 16 ms; Linux /proc/uptime, or where that cannot be read CLOCK_BOOTTIME in whole seconds; macOS the wall clock minus
 * `kern.boottime`, in whole seconds, of which the system moves the second along when the first is set. There
 * `process.hrtime` is the better one: it is mach_continuous_time, which counts sleep and knows no wall clock. The page's
 * own `performance.now()` is another clock (mach_absolute_time) and does not count it.
 */
export function sinceBoot(platform: NodeJS.Platform): SinceBoot {
  if (platform === 'darwin') return { ms: Number(process.hrtime.bigint()) / 1e6, precisionMs: 1 };
  return { ms: os.uptime() * 1000, precisionMs: platform === 'win32' ? 16 : 1_000 };
}
