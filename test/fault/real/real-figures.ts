import { atLeast, exactly, type Figure } from '../../rehearsal/figures.ts';
import { told } from '../told.ts';
import { killServers, type ServerKills } from './server-kills.ts';

const SAY_EVERY = 10;

function serverFigures(wanted: number, counts: ServerKills, seconds: number): Figure[] {
  return [
    atLeast('server: kill -9', counts.kills, 'kills', wanted),
    told('server: time', seconds, 's'),
    told('server: entries written', counts.written, 'entries'),
    told('server: entries acknowledged', counts.acknowledged, 'entries'),
    told('server: entries there at the end', counts.present, 'entries'),
    exactly('server: entries lost', counts.lost, 'entries', 0),
    exactly('server: entries doubled', counts.doubled, 'entries', 0),
    exactly('server: entries reordered', counts.reordered, 'entries', 0),
    exactly('server: candidates with other answers than theirs', counts.misfolded, 'candidates', 0),
  ];
}

/** Kills real processes in the middle of their work and says what became of every entry. */
export async function realFigures({ kills, seed }: { kills: number; seed: number }): Promise<Figure[]> {
  console.log(`Real: ${kills} kills -9, seed ${seed}.`);
  const beganAt = performance.now();
  const seconds = (since: number): number => Math.round((performance.now() - since) / 100) / 10;
  const counts = await killServers(kills, seed, (done) => {
    if (done % SAY_EVERY === 0) console.log(`  the server killed ${done} times, ${seconds(beganAt)} s`);
  });
  return serverFigures(kills, counts, seconds(beganAt));
}
