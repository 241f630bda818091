import { beforeAll, expect, test } from 'vitest';
import { bundle } from '../../../build/bundle.ts';
import { fillDisk, mountSmallDisk } from './full-disk.ts';
import { changeComputers } from './two-computers.ts';

beforeAll(bundle);

const WHOLE = { lost: 0, doubled: 0, outdated: 0 };

test('[ANS-4] [ANS-5] two computers of one attempt, each taking over from the other under kills, lose and double nothing', async () => {
  const counts = await changeComputers({ changes: 2, seed: 1 }, () => undefined);
  expect(counts).toMatchObject({ ...WHOLE, changes: 2, unreadable: 0 });
  expect(counts.saved).toBeGreaterThan(20);
});

test('[ANS-1] a disk that is really full is told, touches nothing saved, and answers go on to the exam centre', async (context) => {
  const disk = await mountSmallDisk();
  if (!disk) return context.skip('a disk of its own needs the right to mount');
  try {
    const counts = await fillDisk(disk.folder);
    expect(counts).toMatchObject({ ...WHOLE, receivedWhileFull: 40, afterwards: 'ok', unreadable: 0 });
    for (const said of counts.told) expect(['full', 'failed']).toContain(said);
    expect(counts.saved).toBeGreaterThanOrEqual(80);
  } finally {
    await disk.remove();
  }
});
