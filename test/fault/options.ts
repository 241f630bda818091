import { parseArgs } from 'node:util';

export interface FaultOptions {
  /** How many schedules are simulated; the seeds are `seed`, `seed + 1` and so on. */
  schedules: number;
  seed: number;
  /** How many real processes are killed. */
  kills: number;
  json: string | null;
}

const USAGE = 'npm run fault -- [--schedules N] [--seed S] [--kills K] [--json FILE]';

/** Throws an error whose message says what was wrong and how it is used. */
export function parseOptions(args: readonly string[]): FaultOptions {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { schedules: text, seed: text, kills: text, json: text },
    });
    const whole = (name: string, given: string | undefined, otherwise: number): number => {
      const number = given === undefined ? otherwise : Number(given);
      if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name}: a whole number`);
      return number;
    };
    return {
      schedules: whole('schedules', values.schedules, 10_000),
      seed: whole('seed', values.seed, 1),
      kills: whole('kills', values.kills, 100),
      json: values.json ?? null,
    };
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`);
  }
}
