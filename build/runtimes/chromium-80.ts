import { ensurePackedChromium, type PackedChromium } from './packed-chromium.ts';

/** Chromium 80.0.3987: the oldest that may be a second view. */
const CHROMIUM_80: PackedChromium = {
  name: 'chromium-80.0.3987-linux-x64',
  archive: {
    spec: 'chrome-aws-lambda@2.1.1',
    integrity: 'sha512-Wer2QuygxsCov5bM2+8CLa6qYpNsc5AxYTlgTne00aFoxFP491LGJRxOQtGnYtsJP6UG4pB0SfrwTyPnLys1Lw==',
  },
};

/** As `ensurePackedChromium`. */
export const ensureChromium80 = (): Promise<string | null> => ensurePackedChromium(CHROMIUM_80);
