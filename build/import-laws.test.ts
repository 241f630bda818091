import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectPath } from './project.ts';

/** One file that breaks each law: law -> [file, what it imports]. `./x.ts` files are made so that imports resolve. */
const CRIMES: Record<string, [file: string, imported: string]> = {
  'support-stands-alone': ['shared/support/a.ts', '../domain/x.ts'],
  'domain-is-pure': ['shared/domain/a.ts', '../contract/x.ts'],
  'contract-is-portable': ['shared/contract/a.ts', 'react'],
  'processes-meet-in-the-contract': ['electron/a.ts', '../server/x.ts'],
  'windows-stay-apart': ['renderer/exam/a.ts', '../phone/x.ts'],
  'ui-is-presentation': ['renderer/ui/a.ts', '../streaming/x.ts'],
  'analyzers-only-look': ['renderer/analyzers/a.ts', 'react'],
  'streaming-only-carries': ['renderer/streaming/a.ts', '../exam/x.ts'],
  'streaming-owns-simple-peer': ['renderer/phone/a.ts', 'simple-peer'],
  'analyzers-own-vision': ['renderer/exam/b.ts', '@mediapipe/tasks-vision'],
  'transport-owns-the-wire': ['server/services/a.ts', 'fastify'],
  'sql-owns-the-database': ['server/http/a.ts', 'kysely'],
  'bucket-owns-its-client': ['server/http/b.ts', '@aws-sdk/client-s3'],
  'services-receive-storage': ['server/services/b.ts', '../sql/x.ts'],
  'electron-stays-in-the-shell': ['server/a.ts', 'electron'],
  'no-node-in-windows': ['renderer/console/a.ts', 'node:fs'],
  'build-is-for-building': ['electron/b.ts', '../build/x.ts'],
  'tests-are-for-testing': ['server/b.ts', '../test/x.ts'],
  'shipped-dependencies': ['server/c.ts', 'esbuild'],
  'no-orphans': ['shared/domain/lonely.ts', ''],
  resolvable: ['server/d.ts', './nowhere.ts'],
};

interface Violation {
  from: string;
  rule: { name: string };
}

let root = '';
let violations: Violation[] = [];

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'yunkao-laws-'));
  await symlink(projectPath('node_modules'), join(root, 'node_modules'));
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
    await cp(projectPath(file), join(root, file));
  }
  for (const [file, imported] of Object.values(CRIMES)) {
    if (imported.endsWith('x.ts')) await put(join(dirname(file), imported), 'export const x = 1;\n');
    await put(file, imported ? `import * as x from '${imported}';\nconsole.log(x);\n` : 'export const x = 1;\n');
  }
  await put('server/ring.ts', "import './ring-back.ts';\n");
  await put('server/ring-back.ts', "import './ring.ts';\n");
  const folders = ['electron', 'renderer', 'server', 'shared', 'build', 'test'];
  const report = await new Promise<string>((resolve) => {
    const program = projectPath('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders];
    execFile(process.execPath, args, { cwd: root, maxBuffer: 64 << 20 }, (_failed, stdout) => resolve(stdout));
  });
  violations = (JSON.parse(report) as { summary: { violations: Violation[] } }).summary.violations;
}, 60_000);

afterAll(() => rm(root, { recursive: true, force: true }));

const broken = (law: string): string[] => violations.filter(({ rule }) => rule.name === law).map(({ from }) => from);

it.each(Object.entries(CRIMES))('%s is enforced', (law, [file]) => expect(broken(law)).toContain(file));

it('no-cycles is enforced, once a ring', () => expect(broken('no-cycles')).toHaveLength(1));
