import { parseArgs } from 'node:util';
import { parseDuration } from '../../shared/support/duration.ts';
import { isStunUrl, isTurnUrl } from '../../shared/support/ice-url.ts';
import { BUCKET_OPTIONS, type BucketPlace, bucketPlace } from '../bucket/bucket-place.ts';
import { FILE_PLACE } from '../disk/scan-command.ts';
import { type IsProxy, proxiesAt } from '../http/proxies.ts';
import type { IceOptions } from '../services/ice-servers.ts';

export interface Options {
  data: string;
  /** File with the key that recordings, pictures and theses are sealed with; null: beside `data`. */
  evidenceKey: string | null;
  /** URL of the PostgreSQL database that holds the rows; null: a file in `data` does. */
  postgres: string | null;
  /** URL of the Redis over which several processes are one exam centre; null: this process is all of it. */
  redis: string | null;
  /** The bucket in which recordings and stills lie; null: they lie in `data`. */
  store: BucketPlace | null;
  host: string;
  port: number;
  /** Where figures are read (Prometheus); null: nowhere. */
  metrics: { host: string; port: number } | null;
  /** Addresses and networks of our own proxies. */
  isProxy: IsProxy;
  /** PEM files of a certificate made elsewhere; null: the server makes its own. */
  certificate: { cert: string; key: string } | null;
  sample: string | null;
  ice: IceOptions;
  /** The virus scanner: program and arguments, one of which holds the path of the file. */
  scanCommand: string[] | null;
  /** Files with the public keys (PEM) of whoever publishes the exam windows. */
  buildKeys: string[];
  timetable: TimetableOptions;
}

/**
 * When the sessions are: on the dates of the plan (`calendar`), or rehearsed from now on. The rest is for a rehearsal, in
 * milliseconds. `sessionIn` null: not asked for; `entryAfter` null: until the end.
 */
export interface TimetableOptions {
  calendar: boolean;
  sessionIn: number | null;
  duration: number;
  break: number;
  entryAfter: number | null;
  minimumStay: number;
}

/** An option that cannot be used; the message is for the person who typed it. */
export class OptionError extends Error {}

function duration(name: string, text: string): number {
  const ms = parseDuration(text);
  if (ms === null) throw new OptionError(`--${name} ${text}: expected a time such as 60s, 20m or 2h`);
  return ms;
}

function portNumber(name: string, text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new OptionError(`--${name} ${text}: expected 0 to 65535`);
}

/** A port of this computer alone, or of the address before it. */
function metricsPlace(text: string): { host: string; port: number } {
  const colon = text.lastIndexOf(':');
  const port = portNumber('metrics', text.slice(colon + 1));
  return { host: colon === -1 ? '127.0.0.1' : text.slice(0, colon).replace(/^\[|\]$/g, ''), port };
}

function proxies(places: readonly string[]): IsProxy {
  try {
    return proxiesAt(places);
  } catch (cause) {
    throw new OptionError(`--proxy ${places.join(',')}: ${(cause as Error).message}`);
  }
}

/** What an option that may be repeated was given, its values also separated by commas. */
const each = (given: string[] | undefined): string[] => (given ?? []).flatMap((text) => text.split(','));

function iceOptions(stun: string[], turn: string[], secret: string | undefined): IceOptions {
  for (const url of stun) {
    if (!isStunUrl(url)) throw new OptionError(`--stun ${url}: expected stun:HOST or stun:HOST:PORT`);
  }
  for (const url of turn) {
    if (!isTurnUrl(url)) throw new OptionError(`--turn ${url}: expected turn:HOST:PORT, with ?transport=udp or tcp`);
  }
  if (turn.length > 0 !== Boolean(secret)) throw new OptionError('--turn and --turn-secret go together');
  return { stun, turn: secret ? { urls: turn, secret } : null };
}

export function postgresUrl(text: string): string {
  if (/^postgres(ql)?:\/\//.test(text)) return text;
  throw new OptionError(`--postgres ${text}: expected postgresql://USER:PASSWORD@HOST/DATABASE`);
}

function redisUrl(text: string, postgres: string | undefined): string {
  if (!/^rediss?:\/\//.test(text)) throw new OptionError(`--redis ${text}: expected redis://HOST:PORT/NUMBER`);
  if (postgres === undefined) throw new OptionError('--redis needs --postgres: a file belongs to one process');
  return text;
}

/** Words are separated by spaces; one with spaces stands in double quotes. */
function scanCommand(text: string): string[] {
  const words = [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  if (words.length > 1 && words.slice(1).some((word) => word.includes(FILE_PLACE))) return words;
  throw new OptionError(`--scan-command ${text}: expected a program and its arguments, ${FILE_PLACE} among them`);
}

/** Throws `OptionError`. */
export function parseCommandLine(args: string[]): Options {
  const text = { type: 'string' } as const;
  const options = {
    data: text,
    'evidence-key': text,
    postgres: text,
    redis: text,
    ...BUCKET_OPTIONS,
    proxy: { ...text, multiple: true },
    host: { ...text, default: '0.0.0.0' },
    port: { ...text, default: '8443' },
    metrics: text,
    cert: text,
    key: text,
    sample: text,
    stun: { ...text, multiple: true },
    turn: { ...text, multiple: true },
    'turn-secret': text,
    'scan-command': text,
    'build-key': { ...text, multiple: true },
    calendar: { type: 'boolean', default: false },
    'session-in': text,
    'entry-after': text,
    'minimum-stay': { ...text, default: '0s' },
    duration: { ...text, default: '20m' },
    break: { ...text, default: '5m' },
  } as const;
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  try {
    ({ values } = parseArgs({ args, options }));
  } catch (cause) {
    throw new OptionError((cause as Error).message);
  }
  const { data, postgres, host, cert, key, sample } = values;
  if (!data) throw new OptionError('--data DIR is needed: where the examination and its recordings are kept');
  if (!cert !== !key) throw new OptionError('--cert and --key go together');
  const length = duration('duration', values.duration);
  if (length === 0) throw new OptionError('--duration 0: a session takes some time');
  const { 'session-in': sessionIn, 'entry-after': entryAfter } = values;
  return {
    data,
    evidenceKey: values['evidence-key'] ?? null,
    postgres: postgres === undefined ? null : postgresUrl(postgres),
    redis: values.redis === undefined ? null : redisUrl(values.redis, postgres),
    store: bucketPlace(values),
    host,
    port: portNumber('port', values.port),
    metrics: values.metrics === undefined ? null : metricsPlace(values.metrics),
    isProxy: proxies(each(values.proxy)),
    certificate: cert && key ? { cert, key } : null,
    sample: sample ?? null,
    ice: iceOptions(each(values.stun), each(values.turn), values['turn-secret']),
    scanCommand: values['scan-command'] === undefined ? null : scanCommand(values['scan-command']),
    buildKeys: values['build-key'] ?? [],
    timetable: {
      calendar: values.calendar,
      sessionIn: sessionIn === undefined ? null : duration('session-in', sessionIn),
      duration: length,
      break: duration('break', values.break),
      entryAfter: entryAfter === undefined ? null : duration('entry-after', entryAfter),
      minimumStay: duration('minimum-stay', values['minimum-stay']),
    },
  };
}
