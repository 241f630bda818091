import { parseArgs } from 'node:util';

const USAGE = 'npm run windows -- [--json FILE]';

/** Throws an error whose message says what was wrong and how it is used. */
export function parseOptions(args: readonly string[]): { json: string | null } {
  try {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'string' } } });
    return { json: values.json ?? null };
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`);
  }
}
