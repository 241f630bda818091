import { once } from 'node:events';
import { sql } from 'kysely';
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

test('while the connection that holds the database is broken nothing is read, and then it goes on', async () => {
  const url = await newDatabase();
  const told = new EventTarget();
  const heard = (text: string) => once(told, text);
  const onTrouble = (text: string) => void told.dispatchEvent(new Event(text));
  const db = await openDatabase({ postgres: url, onTrouble, onTaken: () => expect.fail('nobody took it') });
  const store = createStorage(db);
  const broke = heard('the connection that holds the database broke; nothing is taken until it is held again');
  const held = heard('the database is held again');
  // Of this database alone: those of the tests beside it have a lock of the same number.
  const own = '(select oid from pg_database where datname = current_database())';
  await runOn(url, `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = ${own}`);
  await broke;
  await expect(store.countReceipts()).rejects.toThrow('not held');
  await held;
  expect(await store.countReceipts()).toBe(0);
  await store.close();
});
