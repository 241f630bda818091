const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** Milliseconds of a duration as typed on a command line: `60s`, `20m`, `1.5h`. Null when it is none. */
export function parseDuration(text: string): number | null {
  const [, amount, unit] = /^(\d{1,6}(?:\.\d{1,3})?)([smh])$/.exec(text) ?? [];
  return amount && unit ? Math.round(Number(amount) * UNIT_MS[unit as keyof typeof UNIT_MS]) : null;
}
