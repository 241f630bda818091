import { parseArgs } from 'node:util';
import { WINDOWS_PARTS, type WindowsPart } from './parts.ts';

const USAGE = `npm run windows -- [--json FILE] [--only PART,...]   parts: ${WINDOWS_PARTS.join(', ')}`;

interface Options {
  json: string | null;
  parts: readonly WindowsPart[];
}

function partsOf(given: string | undefined): readonly WindowsPart[] {
  if (given === undefined) return WINDOWS_PARTS;
  return given.split(',').map((name) => {
    const part = WINDOWS_PARTS.find((each) => each === name);
    if (!part) throw new Error(`no part ${name}`);
    return part;
  });
}

/** Throws an error whose message says what was wrong and how it is used. */
export function parseOptions(args: readonly string[]): Options {
  try {
    const options = { json: { type: 'string' }, only: { type: 'string' } } as const;
    const { values } = parseArgs({ args: [...args], options });
    return { json: values.json ?? null, parts: partsOf(values.only) };
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`);
  }
}
