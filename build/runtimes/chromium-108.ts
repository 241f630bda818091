import { say } from '../terminal.ts';
import { ensureChromium } from './chromium.ts';
import { ensurePackedChromium, type PackedChromium } from './packed-chromium.ts';

/** Chromium 108.0.5351: the engine of the Electron 22 that ships. */
const CHROMIUM_108: PackedChromium = {
  name: 'chromium-108.0.5351-linux-x64',
  archive: {
    spec: '@sparticuz/chromium@108.0.3',
    integrity: 'sha512-vMOWoGKb/zQZ83FoB8GUAx5LzofaeCp0qCSQDkuugx89/CFmgRlUBO3x1Kk/4jwVXeM055UaYvhboaohPpH9zA==',
  },
};

/** As `ensurePackedChromium`. */
export const ensureChromium108 = (): Promise<string | null> => ensurePackedChromium(CHROMIUM_108);

/** The engine to try the exam window on: Chromium 108, else (said loudly) the browser at hand, which is a newer one. */
export async function ensureExamEngine(): Promise<string> {
  try {
    const exact = await ensureChromium108();
    if (exact) return exact;
    say(
      '此平台没有 Chromium 108，改用现有浏览器',
      'NO CHROMIUM 108 for this platform: using the browser at hand instead',
    );
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    say(
      '无法取得 Chromium 108，改用现有浏览器',
      `COULD NOT FETCH CHROMIUM 108, using the browser at hand instead: ${reason}`,
    );
  }
  return ensureChromium();
}
