import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../server/sql/database.ts';
import { Cluster } from './cluster.ts';
import { databasePlace, runOn, TEMPLATE } from './test-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of a database from which others can be made. */
    postgres: string;
  }
}

/** One PostgreSQL server for all tests of the project, with an empty database of the newest schema to copy. */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const cluster = await Cluster.make();
  if (!cluster) throw new Error('There is no PostgreSQL 15 on this computer.');
  await runOn(cluster.url('postgres'), `create database ${TEMPLATE}`);
  await (await openDatabase(databasePlace(cluster.url(TEMPLATE)))).destroy();
  provide('postgres', cluster.url('postgres'));
  return () => cluster.end();
}
