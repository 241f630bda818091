import { type Browser, chromium } from 'playwright-core';

const QUIET = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--autoplay-policy=no-user-gesture-required',
  // A wall that nobody looks at is still decoded, as on a proctor's own screen.
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/** A real Chromium; with `film`, that film is its camera and its permission is given. */
export function openBrowser(executablePath: string, film?: string): Promise<Browser> {
  const camera = film
    ? [
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${film}`,
      ]
    : [];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...QUIET, ...asRoot, ...camera] });
}
