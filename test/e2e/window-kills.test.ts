import { expect, test } from 'vitest';
import { prepare } from '../../build/prepare.ts';
import { killWindows } from '../fault/real/window-kills.ts';

test('[ANS-1] [ANS-4] kill -9 of the page, and of the whole exam window without a line, loses no choice shown as saved', async () => {
  const { electron } = await prepare();
  const { saved, ...counts } = await killWindows(electron, { kills: 2, tears: 0, seed: 1 }, () => undefined);
  expect(counts).toEqual({
    ...{ renderer: 1, everything: 1, unsent: 1, lostOnPaper: 0, lostAtServer: 0, doubled: 0 },
    ...{ torn: 0, tornAway: 0, tornAwaySilently: 0 },
  });
  expect(saved).toBeGreaterThanOrEqual(4);
});
