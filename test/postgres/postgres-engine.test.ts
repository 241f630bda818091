import { once } from 'node:events';
import { sql } from 'kysely';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { openDatabase } from '../../server/sql/database.ts';
import { createStorage } from '../../server/sql/storage.ts';
import { databasePlace, makeTestDatabase, runOn } from './test-database.ts';

/** The URL of a new database of the newest schema. */
async function newDatabase(): Promise<string> {
  const { place } = await makeTestDatabase('');
  return 'postgres' in place ? place.postgres : expect.fail('this test needs PostgreSQL');
}
const admin = inject('postgres');
const sibling = (name: string) => admin.replace(/postgres$/, name);

test('one server a database: the second is refused, and let in when the first has ended', async () => {
  const url = await newDatabase();
  const db = await openDatabase(databasePlace(url));
  await expect(openDatabase(databasePlace(url))).rejects.toThrow('another server is using this database');
  await db.destroy();
  await (await openDatabase(databasePlace(url))).destroy();
});

test('a database that does not sort by code point is refused with the command that makes one which does', async () => {
  await runOn(admin, `create database by_language template template0 lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`);
  await expect(openDatabase(databasePlace(sibling('by_language')))).rejects.toThrow('createdb --template=template0');
});

test('[ANS-1] every connection commits synchronously, whatever the default of its database is', async () => {
  const url = await newDatabase();
  await runOn(url, `alter database ${url.split('/').at(-1)} set synchronous_commit = off`);
  const db = await openDatabase(databasePlace(url));
  const { rows } = await sql`show synchronous_commit`.execute(db);
  await db.destroy();
  expect(rows).toEqual([{ synchronous_commit: 'on' }]);
});

/** Of this database alone: those of the tests beside it have a lock of the same number. */
const OWN = "locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";
const breakHold = (url: string) =>
  runOn(url, `select pg_terminate_backend(pid) from pg_locks where ${OWN} and granted`);

async function openWatched(url: string) {
  const told = new EventTarget();
  const onTrouble = (text: string) => void told.dispatchEvent(new Event(text));
  const db = await openDatabase({
    postgres: url,
    shared: false,
    onTrouble,
    onTaken: () => expect.fail('nobody took it for long'),
  });
  const heard = {
    broke: once(told, 'the connection that holds the database broke; nothing is taken until it is held again'),
    held: once(told, 'the database is held again'),
  };
  return { store: createStorage(db), heard };
}

test('when the connection that holds the database breaks, requests wait until it is held again, and then go on', async () => {
  const url = await newDatabase();
  const { store, heard } = await openWatched(url);
  let held = false;
  void heard.held.then(() => {
    held = true;
  });
  await breakHold(url);
  await heard.broke;
  expect(await store.countReceipts()).toBe(0);
  expect(held).toBe(true);
  await store.close();
});

test('requests do not wait for long where another has the database, and go on when it has let go', async () => {
  const url = await newDatabase();
  const { store, heard } = await openWatched(url);
  // Queued behind this server, so that it is next when the connection breaks.
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  const key = `select (classid::bigint << 32) | objid::bigint as key from pg_locks where ${OWN}`;
  const taken = other.query(`select pg_advisory_lock((${key}))`);
  await expect
    .poll(async () => (await runOn(url, `select 1 from pg_locks where ${OWN} and not granted`)).rowCount)
    .toBe(1);
  await breakHold(url);
  await heard.broke;
  await taken;
  await expect(store.countReceipts()).rejects.toThrow('not held');
  await other.end();
  await heard.held;
  expect(await store.countReceipts()).toBe(0);
  await store.close();
});
