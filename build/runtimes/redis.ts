import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Redis' own program on this computer; null when it has none. */
export function findRedis(): string | null {
  const directories = (process.env.PATH ?? '').split(delimiter).filter((directory) => directory !== '');
  return directories.map((directory) => join(directory, 'redis-server')).find((program) => existsSync(program)) ?? null;
}
