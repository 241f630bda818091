import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = ['electron', 'renderer', 'server', 'shared', 'build', 'test', 'docs'];
const RULE = /\b(?:ANS|BAK|TIME|PAP|MARK|LOCK|CAM|VIO|EVI|RET|SEC|NET|IDN|SUB|REG)-\d+\b/g;

const spec = readFileSync(join(root, 'shared/contract/SPEC.md'), 'utf8');
const stated = [...spec.matchAll(/^\*\*([A-Z]+-\d+)\*\*/gm)].map(([, id]) => id ?? '');

/** Path -> the rule ids that file names. */
function quotedRules(): Map<string, Set<string>> {
  const quoted = new Map<string, Set<string>>();
  for (const folder of FOLDERS) {
    for (const file of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!file.isFile() || !/[.](tsx?|mjs|css|md)$/.test(file.name)) continue;
      const path = join(file.parentPath, file.name);
      const ids = readFileSync(path, 'utf8').match(RULE);
      if (ids) quoted.set(path.slice(root.length), new Set(ids));
    }
  }
  return quoted;
}

describe('the rules of SPEC.md', () => {
  it('are stated once each', () => {
    expect(stated.length).toBeGreaterThan(20);
    expect(new Set(stated).size).toBe(stated.length);
  });

  it('exist when code, tests or documents name them', () => {
    const unknown = [...quotedRules()].flatMap(([path, ids]) =>
      [...ids].filter((id) => !stated.includes(id)).map((id) => `${path}: ${id}`),
    );
    expect(unknown).toEqual([]);
  });
});
