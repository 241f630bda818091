import { existsSync } from 'node:fs';
import { prepare } from '../../../build/prepare.ts';
import { atLeast, exactly, type Figure } from '../../rehearsal/figures.ts';
import { told } from '../told.ts';
import { killServers, type ServerKills } from './server-kills.ts';
import { killWindows, type WindowKills } from './window-kills.ts';

const SAY_EVERY = 5;
const TEARS = 2;
/** Twelve hours without a network, with a change every two seconds. */
const OFFLINE = 20_000;
const SHARE_OF_WINDOWS = 0.45;

function serverFigures(wanted: number, counts: ServerKills, seconds: number): Figure[] {
  return [
    atLeast('server: kill -9', counts.kills, 'kills', wanted),
    told('server: time', seconds, 's'),
    told(`server: until ${OFFLINE} entries of one outage were acknowledged`, counts.outageSeconds, 's'),
    told('server: entries written', counts.written, 'entries'),
    told('server: entries acknowledged', counts.acknowledged, 'entries'),
    told('server: entries there at the end', counts.present, 'entries'),
    exactly('server: entries lost', counts.lost, 'entries', 0),
    exactly('server: entries doubled', counts.doubled, 'entries', 0),
    exactly('server: entries reordered', counts.reordered, 'entries', 0),
    exactly('server: candidates with other answers than theirs', counts.misfolded, 'candidates', 0),
  ];
}

function windowFigures(wanted: number, counts: WindowKills, seconds: number): Figure[] {
  return [
    atLeast('window: kill -9', counts.renderer + counts.everything, 'kills', wanted),
    told('window: of the page’s process', counts.renderer, 'kills'),
    told('window: of all its processes', counts.everything, 'kills'),
    told('window: with answers on that computer only', counts.unsent, 'kills'),
    told('window: time', seconds, 's'),
    told('window: choices shown as saved', counts.saved, 'choices'),
    exactly('window: choices lost on the paper', counts.lostOnPaper, 'choices', 0),
    exactly('window: choices lost at the exam centre', counts.lostAtServer, 'choices', 0),
    exactly('window: entries doubled', counts.doubled, 'entries', 0),
    told('window: journals torn', counts.torn, 'journals'),
    told('window: choices torn away', counts.tornAway, 'choices'),
    exactly('window: choices torn away and not named', counts.tornAwaySilently, 'choices', 0),
  ];
}

/** The window has a virtual display of its own on Linux. */
const canShowWindows = (): boolean => process.platform !== 'linux' || existsSync('/usr/bin/Xvfb');

/**
 * Kills real processes in the middle of their work and says what became of every entry. The server's candidates and the
 * window's are at exam centres of their own, at the same time: both wait more than they work.
 */
export async function realFigures({ kills, seed }: { kills: number; seed: number }): Promise<Figure[]> {
  const ofWindows = Math.floor(kills * SHARE_OF_WINDOWS);
  const ofServers = kills - ofWindows;
  console.log(`Real: ${ofServers} kills -9 of the server, ${ofWindows} of the exam window, seed ${seed}.`);
  const { electron } = await prepare();
  const beganAt = performance.now();
  const seconds = (): number => Math.round((performance.now() - beganAt) / 100) / 10;
  const saying = (victim: string) => (done: number) => {
    if (done % SAY_EVERY === 0) console.log(`  the ${victim} killed ${done} times, ${seconds()} s`);
  };
  const servers = async (): Promise<Figure[]> => {
    const counts = await killServers({ kills: ofServers, offline: OFFLINE, seed }, saying('server'));
    return serverFigures(ofServers, counts, seconds());
  };
  const windows = async (): Promise<Figure[]> => {
    if (ofWindows === 0) return [];
    if (!canShowWindows()) return [told('window: kill -9', 'skipped: no Xvfb', 'text')];
    const counts = await killWindows(electron, { kills: ofWindows, tears: TEARS, seed }, saying('window'));
    return windowFigures(ofWindows, counts, seconds());
  };
  return (await Promise.all([servers(), windows()])).flat();
}
