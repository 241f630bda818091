import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from '../../../build/prepare.ts';
import { atLeast, below, exactly, type Figure } from '../../rehearsal/figures.ts';
import { told } from '../told.ts';
import { type BadLine, sitBadLine } from './bad-line.ts';
import { type ClockMoves, moveClocks, TOLERANCE_MS } from './clock-moves.ts';
import { DAMAGES } from './damaged-journal.ts';
import { type FullDisk, fillDisk, mountSmallDisk } from './full-disk.ts';
import { type LongOutage, sitOutage } from './long-outage.ts';
import { openMovedClocks } from './moved-clocks.ts';
import { killServers, type ServerKills } from './server-kills.ts';
import { changeComputers, type TwoComputers } from './two-computers.ts';
import { killWindows, type WindowKills } from './window-kills.ts';
import type { TextCounts } from './written-texts.ts';

const SAY_EVERY = 5;
/** Twelve hours without a network, with a change every two seconds. */
const OFFLINE = 20_000;
/** A window takes half as long again to start as a server: both are done at about the same time. */
const SHARE_OF_WINDOWS = 0.35;
/** Of a whole run a fifth as many changes of computer, and lines that are half-open or stalled for two and a half minutes. */
const CHANGES_A_KILL = 0.2;
const TROUBLE_A_KILL_MS = 1_500;
const LONGEST_TROUBLE_MS = 150_000;
/** Entries that wait for a line which is slow: some batches of the largest kind. */
const WAITING = 1_000;

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
    told('window: jumps of the computer’s clock by an hour', counts.clockJumps, 'jumps'),
    exactly('window: entries not dated by the exam centre’s clock', counts.misdated, 'entries', 0),
    told('window: choices shown as saved', counts.saved, 'choices'),
    exactly('window: choices lost on the paper', counts.lostOnPaper, 'choices', 0),
    exactly('window: choices lost at the exam centre', counts.lostAtServer, 'choices', 0),
    exactly('window: entries doubled', counts.doubled, 'entries', 0),
    atLeast('window: journals damaged', counts.damaged, 'journals', DAMAGES.length),
    ...counts.gone.map(({ damage, choices }) =>
      told(`window: journal ${damage}: of its choices gone`, choices, 'choices'),
    ),
    exactly('window: of them not named to candidate and proctor', counts.goneSilently, 'choices', 0),
  ];
}

/** What every run has in which a text stands for an entry, in a real engine with a real journal. */
const textFigures = (name: string, counts: TextCounts): Figure[] => [
  told(`${name}: entries shown as saved`, counts.saved, 'entries'),
  told(`${name}: of them at the exam centre at the end`, counts.present, 'entries'),
  told(`${name}: of them given up by name for a later answer`, counts.overtaken, 'entries'),
  exactly(`${name}: entries lost`, counts.lost, 'entries', 0),
  exactly(`${name}: entries doubled`, counts.doubled, 'entries', 0),
  exactly(`${name}: items with an older answer`, counts.outdated, 'items', 0),
];

const twoComputersFigures = (counts: TwoComputers): Figure[] => [
  told('two computers: changes from one to the other', counts.changes, 'changes'),
  told('two computers: kill -9 of the server', counts.serverKills, 'kills'),
  told('two computers: kill -9 of a browser', counts.computerKills, 'kills'),
  told('two computers: entries carried', counts.carried, 'entries'),
  exactly('two computers: entries unreadable', counts.unreadable, 'entries', 0),
  ...textFigures('two computers', counts),
];

const outageFigures = (counts: LongOutage): Figure[] => [
  told('outage: writing without a network, each durable', counts.writingSeconds, 's'),
  told('outage: the journal on the disk', counts.journalMegabytes, 'MB'),
  told('outage: entries taken up after the power cut', counts.carried, 'entries'),
  told('outage: taking them up', counts.takingUpSeconds, 's'),
  told('outage: sending them, the server killed twice', counts.sendingSeconds, 's'),
  exactly('outage: entries unreadable', counts.unreadable, 'entries', 0),
  ...textFigures('outage', counts),
];

const fullDiskFigures = (counts: FullDisk): Figure[] => [
  told('full disk: said of it, with a line and without', counts.told.join(', '), 'text'),
  exactly('full disk: times it was said to be well', counts.told.filter((said) => said === 'ok').length, 'times', 0),
  told('full disk: entries received meanwhile', counts.receivedWhileFull, 'entries'),
  exactly('full disk: entries unreadable', counts.unreadable, 'entries', 0),
  ...textFigures('full disk', counts),
];

const clockFigures = (counts: ClockMoves): Figure[] => [
  told('clocks: jumps of the system’s clock by an hour', counts.jumps, 'jumps'),
  told('clocks: times the proctor was told how it stands', counts.driftsTold, 'times'),
  below('clocks: the countdown was wrong by', counts.worstSeconds, 's', TOLERANCE_MS / 1_000),
  told('clocks: after ten minutes of sleep it was right within', counts.rightAfterSeconds.join(', '), 's'),
  told('clocks: sleeps the proctor was told of', counts.sleptSeconds.join(', '), 's'),
  exactly('clocks: sleeps of ten minutes not told as such', counts.sleepsNotTold, 'sleeps', 0),
  told('clocks: answers', counts.answers, 'answers'),
  exactly('clocks: answers lost', counts.lost, 'answers', 0),
  exactly('clocks: answers doubled', counts.doubled, 'answers', 0),
  exactly('clocks: answers not dated by the exam centre’s clock', counts.misdated, 'answers', 0),
];

const badLineFigures = (counts: BadLine): Figure[] => [
  ...counts.backSeconds.map(({ name, seconds }) => told(`bad line: ${name}, until all was there`, seconds, 's')),
  told('bad line: slow, the server killed, until all was there', counts.slowSeconds, 's'),
  ...textFigures('bad line', counts),
];

/** The window has a virtual display of its own on Linux. */
const canShowWindows = (): boolean => process.platform !== 'linux' || existsSync('/usr/bin/Xvfb');

/**
 * Kills real processes in the middle of their work and says what became of every entry. The server's candidates and the
 * window's are at exam centres of their own, at the same time, and so are those who answer in a bare engine: all of them wait
 * more than they work.
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
    const counts = await killWindows(electron, { kills: ofWindows, damages: DAMAGES, seed }, saying('window'));
    return windowFigures(ofWindows, counts, seconds());
  };
  const say = (what: string) => console.log(`  ${what}, ${seconds()} s`);
  const engines = async (): Promise<Figure[]> => {
    const changes = Math.ceil(kills * CHANGES_A_KILL);
    const two = await changeComputers({ changes, seed }, (done) => {
      if (done % SAY_EVERY === 0) say(`the candidate changed computers ${done} times`);
    });
    const disk = await mountSmallDisk();
    const full = disk && (await fillDisk(disk.folder).finally(disk.remove));
    const profile = await mkdtemp(join(tmpdir(), 'yunkao-outage-'));
    const outage = await sitOutage({ entries: OFFLINE, profile }, say).finally(() =>
      rm(profile, { recursive: true, force: true, maxRetries: 5 }),
    );
    return [
      ...twoComputersFigures(two),
      ...(full ? fullDiskFigures(full) : [told('full disk', 'skipped: no right to mount', 'text')]),
      ...outageFigures(outage),
    ];
  };
  const line = async (): Promise<Figure[]> =>
    badLineFigures(
      await sitBadLine({ troubleMs: Math.min(LONGEST_TROUBLE_MS, kills * TROUBLE_A_KILL_MS), waiting: WAITING }, say),
    );
  const clocks = async (): Promise<Figure[]> => {
    if (!canShowWindows()) return [told('clocks', 'skipped: no Xvfb', 'text')];
    const moved = await openMovedClocks();
    if (!moved) return [told('clocks', 'skipped: not Linux, or no C compiler', 'text')];
    return clockFigures(await moveClocks(electron, moved, say).finally(moved.close));
  };
  const [ofLine, ...others] = await Promise.all([line(), servers(), windows(), engines()]);
  // By itself, when the others are done: it watches a countdown second by second.
  return [...others.flat(), ...ofLine, ...(await clocks())];
}
