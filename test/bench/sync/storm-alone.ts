import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../../build/bundle.ts';
import { startCentre } from '../../rehearsal/centre.ts';
import { processCost } from '../process-cost.ts';
import { writeCrowd } from '../start/crowd-sample.ts';
import { gatherCrowd } from './crowd.ts';
import { crowdItems } from './crowd-items.ts';
import { seatCrowd } from './seat-crowd.ts';

const connected = Number(process.argv[2] ?? 500);
await bundle();
const directory = await mkdtemp(join(tmpdir(), 'yunkao-sync-'));
await writeCrowd(join(directory, 'sample'), 6_000);
const centre = await startCentre({ sessionInSeconds: 1, durationSeconds: 3_600, breakSeconds: 60 }, join(directory, 'sample'));
const seats = await seatCrowd(join(centre.dataDir, 'yunkao.db'));
const crowd = gatherCrowd(seats.slice(0, connected), await crowdItems('labour-3-theory'));
await crowd.connect({ centre: 'centre', origin: centre.origin, ca: await centre.certificate() });
for (let each = 0; each < 6; each += 1) {
  const a = await processCost(centre.pid);
  const { tookMs } = await crowd.storm('centre', 500, 50);
  const b = await processCost(centre.pid);
  console.log(Math.round(tookMs), 'ms; server cpu', (b.cpuSeconds - a.cpuSeconds).toFixed(2));
  await new Promise((r) => setTimeout(r, 3000));
}
crowd.end();
await centre.close();
await rm(directory, { recursive: true, force: true });
process.exit(0);
