import type { App } from 'electron';

/** Switches that open the program to somebody else, replace its camera, or weaken its network checks. */
const REFUSED_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'use-fake-device-for-media-stream',
  'use-file-for-fake-video-capture',
  'use-file-for-fake-audio-capture',
  'use-fake-ui-for-media-stream',
  'disable-web-security',
  'ignore-certificate-errors',
  'host-rules',
  'host-resolver-rules',
  'load-extension',
  'no-sandbox',
] as const;

/**
 * Takes those that were given out of the command line and returns them. An installed program refuses to start with any,
 * and Chromium must not have opened its port while the candidate reads why; rehearsals run an uninstalled one.
 */
export function takeRefusedSwitches({ isPackaged, commandLine }: Pick<App, 'isPackaged' | 'commandLine'>): string[] {
  if (!isPackaged) return [];
  const given = REFUSED_SWITCHES.filter((name) => commandLine.hasSwitch(name));
  for (const name of given) commandLine.removeSwitch(name);
  return given;
}
