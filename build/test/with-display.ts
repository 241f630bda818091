import { existsSync } from 'node:fs';
import { hasDisplay } from '../start/exam-window.ts';

const XVFB_RUN = '/usr/bin/xvfb-run';
const SCREEN = '-screen 0 1366x768x24';

/**
 * The command line that runs `command` where windows can appear: as it is when there is a display, under a virtual
 * one with a window manager (full screen and focus need one) when there is none; null when neither can be had.
 */
export function withDisplay(
  command: readonly string[],
  platform = process.platform,
  env = process.env,
  installed: (path: string) => boolean = existsSync,
): string[] | null {
  if (hasDisplay(platform, env)) return [...command];
  if (!installed(XVFB_RUN)) return null;
  const managed = installed('/usr/bin/openbox') ? ['sh', '-c', 'openbox & exec "$0" "$@"', ...command] : command;
  return [XVFB_RUN, '--auto-servernum', `--server-args=${SCREEN}`, ...managed];
}
