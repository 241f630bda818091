import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeBackup } from '../../server/backup/make-backup.ts';
import { restoreBackup } from '../../server/backup/restore-backup.ts';
import { openDatabase } from '../../server/sql/database.ts';
import { createStorage } from '../../server/sql/storage.ts';
import { TestServer } from '../contract/server/harness.ts';
import { chain, choose, sitTheory } from '../contract/server/people.ts';
import { databasePlace, makeTestDatabase, runOn } from './test-database.ts';

let server: TestServer;
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'yunkao-backup-'));
  server = await TestServer.start();
});
afterEach(async () => {
  await server.end();
  await rm(directory, { recursive: true, force: true });
});

/** A database without a table, as `createdb` makes it. */
async function emptyDatabase(): Promise<string> {
  const { place } = await makeTestDatabase('');
  if (!('postgres' in place)) throw new Error('this test needs PostgreSQL');
  await runOn(place.postgres, 'drop schema public cascade; create schema public');
  return place.postgres;
}

test('[BAK-1] pg_dump beside a writing candidate holds all that was acknowledged before; pg_restore makes it a database to start on', async () => {
  const { postgres } = server.place as { postgres: string };
  const wang = await sitTheory(server);
  const { request } = await server.connect('/candidate', wang.token);
  const bodies = Array.from({ length: 400 }, (_, at) => choose(at % 2 ? 't1' : 't2', 'abc'[at % 3] ?? 'a'));
  const entries = await chain(wang.attemptId, bodies, { at: server.now() });
  let acknowledged = 0;
  let going = true;
  const writing = (async () => {
    while (going && acknowledged < entries.length) {
      const batch = { epoch: 1, entries: entries.slice(acknowledged, acknowledged + 2) };
      acknowledged = ((await request('entries.append', batch)) as { cursor: number }).cursor;
    }
  })();
  await expect.poll(() => acknowledged, { timeout: 10_000 }).toBeGreaterThan(10);
  const before = acknowledged;
  const to = join(directory, 'kept');
  const order = { data: join(server.directory, 'data'), to, postgres, store: null, since: null };
  expect(await makeBackup(order)).toMatchObject({ engine: 'postgres', missing: [] });
  going = false;
  await writing;

  const url = await emptyDatabase();
  const data = join(directory, 'restored');
  expect(await restoreBackup({ from: to, data, postgres: url })).toMatchObject({ engine: 'postgres' });
  const db = await openDatabase(databasePlace(url));
  const store = createStorage(db);
  const restored = await db.selectFrom('entry').select(['seq', 'hash']).orderBy('seq').execute();
  expect(restored.length).toBeGreaterThanOrEqual(before);
  expect(restored.length).toBeLessThanOrEqual(acknowledged);
  expect(restored).toEqual(entries.slice(0, restored.length).map(({ seq, hash }) => ({ seq, hash })));
  expect(await store.listCursors(wang.attemptId)).toEqual([{ epoch: 1, cursor: restored.length }]);
  await store.close();
});

test('[BAK-1] what is not an empty database, or not of this engine, is refused and stays as it was', async () => {
  const { postgres } = server.place as { postgres: string };
  const to = join(directory, 'kept');
  await makeBackup({ data: join(server.directory, 'data'), to, postgres, store: null, since: null });
  const data = join(directory, 'restored');
  await expect(restoreBackup({ from: to, data, postgres: null })).rejects.toThrow('belong into PostgreSQL');

  const used = await emptyDatabase();
  await runOn(used, 'create table examination (theirs text)');
  await expect(restoreBackup({ from: to, data, postgres: used })).rejects.toThrow('pg_restore failed');
  const { rows } = await runOn(used, `select table_name from information_schema.tables where table_schema = 'public'`);
  expect(rows).toEqual([{ table_name: 'examination' }]);
  expect(await readdir(directory)).not.toContain('restored');

  await mkdir(data);
  await writeFile(join(data, 'theirs'), '');
  const empty = await emptyDatabase();
  await expect(restoreBackup({ from: to, data, postgres: empty })).rejects.toThrow('is not empty');
});
