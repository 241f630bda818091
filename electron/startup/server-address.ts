import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { fingerprintHex } from './fingerprint.ts';

/** The one server this shell talks to. */
export interface ServerAddress {
  /** `https://host:port` without a path. */
  origin: string;
  /** SHA-256 of the DER certificate, 64 lower-case hex digits; null: the certificate must verify by itself. */
  fingerprint: string | null;
}

/** Why there is no server address: words for it are in dialog-words.ts. */
export class AddressProblem extends Error {
  readonly kind: 'missing' | 'malformed';
  readonly found: string;

  constructor(kind: 'missing' | 'malformed', found: string) {
    super(`server address ${kind}: ${found}`);
    this.name = 'AddressProblem';
    this.kind = kind;
    this.found = found;
  }
}

const FileSchema = z.object({ server: z.string(), fingerprint: z.string().nullish() });

/** Checks what was written by a person. Throws AddressProblem for anything but https with an optional fingerprint. */
function parseServerAddress(server: string, fingerprint: string | null | undefined): ServerAddress {
  let url: URL;
  try {
    url = new URL(server);
  } catch {
    throw new AddressProblem('malformed', server);
  }
  if (url.protocol !== 'https:') throw new AddressProblem('malformed', server);
  if (!fingerprint) return { origin: url.origin, fingerprint: null };
  const hex = fingerprintHex(fingerprint);
  if (hex === null) throw new AddressProblem('malformed', fingerprint);
  return { origin: url.origin, fingerprint: hex };
}

function addressFile(path: string): ServerAddress | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  try {
    const { server, fingerprint } = FileSchema.parse(JSON.parse(text));
    return parseServerAddress(server, fingerprint);
  } catch (cause) {
    throw cause instanceof AddressProblem ? cause : new AddressProblem('malformed', path);
  }
}

/** `value` of `--name=value`, the last one given; null when absent. */
export function argumentValue(args: readonly string[], name: string): string | null {
  const given = args.filter((argument) => argument.startsWith(`--${name}=`)).pop();
  return given === undefined ? null : given.slice(name.length + 3);
}

/**
 * From `--server=URL` and `--fingerprint=HEX`; else from the first `exam-server.json` (`{ server, fingerprint? }`)
 * of `folders`, where the organiser puts it beside the program. Throws AddressProblem.
 */
export function findServerAddress(args: readonly string[], folders: readonly string[]): ServerAddress {
  const server = argumentValue(args, 'server');
  if (server !== null) return parseServerAddress(server, argumentValue(args, 'fingerprint'));
  for (const folder of folders) {
    const found = addressFile(join(folder, 'exam-server.json'));
    if (found) return found;
  }
  throw new AddressProblem('missing', folders.join(', '));
}
