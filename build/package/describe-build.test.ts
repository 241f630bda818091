import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packagedBuild } from '../../electron/statement/packaged-build.ts';
import { BuildSchema } from '../../shared/contract/shell-statement.ts';
import { SetupError } from '../terminal.ts';
import { describeBuild } from './describe-build.ts';

const about = { version: '0.1.0', electron: '22.3.27' };
let stage = '';
beforeEach(async () => {
  stage = await mkdtemp(join(tmpdir(), 'yunkao-stage-'));
  await mkdir(join(stage, 'electron'));
  await writeFile(join(stage, 'electron/main.cjs'), 'main');
  await writeFile(join(stage, 'package.json'), '{}');
});
afterEach(() => rm(stage, { recursive: true, force: true }));

it('[SEC-3] describes every file, so that the packaged program knows an altered and a missing one', async () => {
  expect(await describeBuild(stage, about, undefined)).toBe('unsigned');
  const untouched = await packagedBuild(stage, 'none');
  expect(untouched).toMatchObject({ signature: null, altered: [] });
  const build = BuildSchema.parse(JSON.parse(untouched.build ?? ''));
  expect(Object.keys(build.files)).toEqual(['electron/main.cjs', 'package.json']);
  expect(build).toMatchObject(about);

  await writeFile(join(stage, 'electron/main.cjs'), 'mair');
  await rm(join(stage, 'package.json'));
  expect((await packagedBuild(stage, 'none')).altered).toEqual(['electron/main.cjs', 'package.json']);
  // The native library of this system is looked for too; none lies beside this stage.
  expect((await packagedBuild(stage, 'win32_ia32')).altered.at(-1)).toContain('koffi.node');
});

it('signs with the key it is given, and with no other kind', async () => {
  const key = join(stage, '../key.pem');
  const pair = generateKeyPairSync('ed25519');
  await writeFile(key, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  expect(await describeBuild(stage, about, key)).toBe('signed');
  expect(await readFile(join(stage, 'build.json.sig'), 'utf8')).toMatch(/^[A-Za-z0-9+/]{86}==$/);
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  await writeFile(key, other.export({ type: 'pkcs8', format: 'pem' }));
  await expect(describeBuild(stage, about, key)).rejects.toBeInstanceOf(SetupError);
  await rm(key);
});
