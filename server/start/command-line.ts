import { parseArgs } from 'node:util';

export interface Options {
  data: string;
  host: string;
  port: number;
  /** PEM files of a certificate made elsewhere; null: the server makes its own. */
  certificate: { cert: string; key: string } | null;
  sample: string | null;
  timetable: TimetableOptions;
}

/** All in milliseconds. `sessionIn` null: not asked for. */
export interface TimetableOptions {
  sessionIn: number | null;
  duration: number;
  break: number;
}

/** An option that cannot be used; the message is for the person who typed it. */
export class OptionError extends Error {}

const UNITS: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** `90s`, `20m`, `1.5h`, `500ms` as milliseconds. */
export function parseDuration(name: string, text: string): number {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
  if (!amount || !unit) throw new OptionError(`--${name} ${text}: expected a time such as 60s, 20m or 2h`);
  return Math.round(Number(amount) * (UNITS[unit] ?? 0));
}

/** Throws `OptionError`. */
export function parseCommandLine(args: string[]): Options {
  const text = { type: 'string' } as const;
  const options = {
    data: text,
    host: { ...text, default: '0.0.0.0' },
    port: { ...text, default: '8443' },
    cert: text,
    key: text,
    sample: text,
    'session-in': text,
    duration: { ...text, default: '20m' },
    break: { ...text, default: '5m' },
  } as const;
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  try {
    ({ values } = parseArgs({ args, options }));
  } catch (cause) {
    throw new OptionError((cause as Error).message);
  }
  const { data, host, cert, key, sample } = values;
  const port = Number(values.port);
  if (!data) throw new OptionError('--data DIR is needed: where the examination and its recordings are kept');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new OptionError(`--port ${values.port}: expected 0 to 65535`);
  if (!cert !== !key) throw new OptionError('--cert and --key go together');
  const duration = parseDuration('duration', values.duration);
  if (duration === 0) throw new OptionError('--duration 0: a session takes some time');
  const sessionIn = values['session-in'];
  return {
    data,
    host,
    port,
    certificate: cert && key ? { cert, key } : null,
    sample: sample ?? null,
    timetable: {
      sessionIn: sessionIn === undefined ? null : parseDuration('session-in', sessionIn),
      duration,
      break: parseDuration('break', values.break),
    },
  };
}
