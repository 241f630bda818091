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

/** Those of them that were given. An installed program refuses to start with any; rehearsals run an uninstalled one. */
export const refusedSwitches = (isGiven: (name: string) => boolean): string[] => REFUSED_SWITCHES.filter(isGiven);
