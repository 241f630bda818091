import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { writeDurably } from '../disk/durable-file.ts';

/** The random name this computer got at its first start (`computerId` of the contract). */
export async function computerId(path: string): Promise<string> {
  const kept = await readFile(path, 'utf8').catch(() => '');
  if (/^[0-9a-f-]{36}$/.test(kept)) return kept;
  const made = randomUUID();
  await writeDurably(path, made);
  return made;
}
