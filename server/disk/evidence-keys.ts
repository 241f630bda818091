import { createHash, randomBytes } from 'node:crypto';
import { link, open, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sync } from './sync.ts';

/** What the keys of single files are sealed with. */
export interface EvidenceKey {
  /** Tells keys apart, and nothing about them. */
  id: Buffer;
  secret: Buffer;
}

export interface EvidenceKeys {
  /** What is written is sealed with this one; null: nothing is written. */
  current: EvidenceKey | null;
  find(id: Buffer): EvidenceKey | undefined;
}

/** The key file is not there, is none, or is another one; the message says what to do. */
export class EvidenceKeyRefused extends Error {}

export const KEY_ID_BYTES = 8;
/** In the data directory: which key its files are sealed with. A backup has it, too, and not the key. */
const MARK = 'evidence-key-id';

const TEXT = `# 云考的证据密钥。没有它，录像、照片和论文都无法再读。请另存一份，不要与数据目录或备份放在一起。
# The evidence key of a Yunkao exam centre. Without it no recording, picture or thesis can be read again: keep a copy of it
# apart from data and backups. To change it put a new line of 64 hex digits before the first one and leave the old ones.
`;

/** Where the key of a data directory lies, unless another place is named: beside it. */
export const keyFileBeside = (data: string): string => `${data.replace(/[\\/]+$/, '')}.key`;

const keyOf = (secret: Buffer): EvidenceKey => ({
  secret,
  id: createHash('sha256').update('yunkao evidence key').update(secret).digest().subarray(0, KEY_ID_BYTES),
});

function ringOf(keys: readonly EvidenceKey[]): EvidenceKeys {
  return { current: keys[0] ?? null, find: (id) => keys.find((key) => key.id.equals(id)) };
}

/** The keys in this file, the one in use first; none where there is no such file. Throws `EvidenceKeyRefused`. */
export async function readEvidenceKeys(path: string): Promise<EvidenceKeys> {
  const text = await readFile(path, 'utf8').catch((cause: { code?: string }) => {
    if (cause.code === 'ENOENT') return null;
    throw new EvidenceKeyRefused(`the evidence key ${path} cannot be read (${cause.code}): let this account read it`);
  });
  if (text === null) return ringOf([]);
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (lines.length === 0 || lines.some((line) => !/^[0-9a-f]{64}$/i.test(line.trim())))
    throw new EvidenceKeyRefused(`${path} is no evidence key: each of its lines must be 64 hex digits`);
  return ringOf(lines.map((line) => keyOf(Buffer.from(line.trim(), 'hex'))));
}

/**
 * Durable before anything is sealed with it, and there whole or not at all: of several processes that start at once on new data
 * the first has made the key for all. False: another had.
 */
async function makeKey(path: string): Promise<boolean> {
  const own = `${path}.${randomBytes(8).toString('hex')}`;
  const file = await open(own, 'wx', 0o600);
  try {
    await file.writeFile(`${TEXT}${randomBytes(32).toString('hex')}\n`);
    await file.sync();
    await link(own, path);
    return true;
  } catch (cause) {
    if ((cause as { code?: string }).code !== 'EEXIST') throw cause;
    return false;
  } finally {
    await file.close();
    await rm(own, { force: true });
    await sync(dirname(path));
  }
}

/**
 * The keys of a data directory, for its server. Made at its first start, and never again: whoever moved the directory without its
 * key is told so, before anything is sealed with another. Throws `EvidenceKeyRefused`.
 */
export async function ownEvidenceKeys(path: string, data: string): Promise<EvidenceKeys & { made: boolean }> {
  const mark = join(data, MARK);
  const used = await readFile(mark, 'utf8').catch(() => '');
  const read = await readEvidenceKeys(path);
  if (used !== '' && !read.find(Buffer.from(used.trim(), 'hex')))
    throw new EvidenceKeyRefused(
      `what lies in ${data} is sealed with the evidence key ${used.trim()}, which is not in ${path}: put that key file there, or name it with --evidence-key`,
    );
  const made = !read.current && (await makeKey(path));
  const keys = read.current ? read : await readEvidenceKeys(path);
  const id = keys.current?.id.toString('hex') ?? '';
  if (used.trim() !== id) {
    await writeFile(mark, `${id}\n`, { mode: 0o600 });
    await sync(mark);
  }
  return { ...keys, made };
}
