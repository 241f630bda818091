import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** An absolute path inside the project, whatever directory the command was given in. */
export function projectPath(...parts: string[]): string {
  return join(ROOT, ...parts);
}
