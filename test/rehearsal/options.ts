import { parseArgs } from 'node:util';

export interface RehearsalOptions {
  /** How many candidates of the sample roster sit the exam, 1..3. */
  candidates: number;
  /** Another face before the camera: must be refused. */
  impostor: boolean;
  /** Seconds the home network is down in mid-paper; 0 for not at all. */
  cutSeconds: number;
  /** kill -9 the exam window in mid-paper, start it again, go on. */
  kill: boolean;
  /** Examinations of annex 2 to be sat instead of the one day; `all` for every one. Empty: the day. */
  annex2: string[];
  /** Simulated candidates with cuts, interrupted phones and a killed server instead of the one day; null: the day. */
  crowd: { crowd: number; minutes: number } | null;
  /** From import to published result, with three candidates of whom one cheats, instead of the one day. */
  verdict: boolean;
  /** Where the figures go as JSON. */
  json: string | null;
  /** Folder for a picture of every screen passed. */
  screens: string | null;
}

const USAGE = `npm run rehearsal -- [--candidates 1..3] [--impostor] [--cut SECONDS] [--kill] [--annex2 all|ID,ID] [--crowd 1..500 --minutes 2..60] [--verdict] [--json FILE] [--screens DIR]`;

/** Throws an error whose message says what was wrong and how it is used. */
export function parseOptions(args: readonly string[]): RehearsalOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        candidates: { type: 'string', default: '1' },
        impostor: { type: 'boolean', default: false },
        cut: { type: 'string', default: '0' },
        kill: { type: 'boolean', default: false },
        annex2: { type: 'string' },
        crowd: { type: 'string' },
        minutes: { type: 'string', default: '10' },
        verdict: { type: 'boolean', default: false },
        json: { type: 'string' },
        screens: { type: 'string' },
      },
    });
    const candidates = Number(values.candidates);
    const cutSeconds = Number(values.cut);
    if (![1, 2, 3].includes(candidates)) throw new Error('--candidates: the sample roster has 1 to 3 candidates');
    if (!(cutSeconds >= 0 && cutSeconds <= 600)) throw new Error('--cut: seconds from 0 to 600');
    const crowd = values.crowd === undefined ? null : { crowd: Number(values.crowd), minutes: Number(values.minutes) };
    if (crowd && !(crowd.crowd >= 1 && crowd.crowd <= 500)) throw new Error('--crowd: 1 to 500 simulated candidates');
    if (crowd && !(crowd.minutes >= 2 && crowd.minutes <= 60)) throw new Error('--minutes: 2 to 60');
    return {
      candidates,
      impostor: values.impostor,
      cutSeconds,
      kill: values.kill,
      annex2: values.annex2?.split(',') ?? [],
      crowd,
      verdict: values.verdict,
      json: values.json ?? null,
      screens: values.screens ?? null,
    };
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`);
  }
}
