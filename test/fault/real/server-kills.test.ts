import { beforeAll, expect, test } from 'vitest';
import { bundle } from '../../../build/bundle.ts';
import { killServers } from './server-kills.ts';

const KILLS = 4;
beforeAll(bundle);

test('[ANS-1] [ANS-2] kill -9 of the server, again and again under writing candidates, loses and doubles nothing', async () => {
  const wanted = { kills: KILLS, offline: 1_000, seed: 1 };
  const { written, acknowledged, present, outageSeconds: _, ...counts } = await killServers(wanted, () => undefined);
  expect(counts).toEqual({ kills: KILLS, lost: 0, doubled: 0, reordered: 0, misfolded: 0 });
  expect(acknowledged).toBeGreaterThan(KILLS);
  expect({ acknowledged, present }).toEqual({ acknowledged: written, present: written });
});
