import type { PeFile } from './pe-file.ts';
import type { ReadAt } from './read-at.ts';

const RT_VERSION = 16;
const MOST_ENTRIES = 4_096;
const MOST_BYTES = 64 * 1024;
const IS_DIRECTORY = 0x8000_0000;

/** The entry of a resource directory with this id, or the first one; as the offset that it names. */
async function entryOf(readAt: ReadAt, directory: number, id: number | null): Promise<number | null> {
  const head = await readAt(directory, 16);
  if (head.length < 16) return null;
  const count = Math.min(head.readUInt16LE(12) + head.readUInt16LE(14), MOST_ENTRIES);
  const entries = await readAt(directory + 16, count * 8);
  for (let at = 0; at + 8 <= entries.length; at += 8) {
    if (id === null || entries.readUInt32LE(at) === id) return entries.readUInt32LE(at + 4);
  }
  return null;
}

/** The bytes of the version resource: its type, then the first of its names, then the first of its languages. */
async function versionBytes(pe: PeFile, readAt: ReadAt): Promise<Buffer | null> {
  if (!pe.resources) return null;
  const root = pe.resources.offset;
  let directory = root;
  for (const id of [RT_VERSION, null]) {
    const entry = await entryOf(readAt, directory, id);
    if (entry === null || (entry & IS_DIRECTORY) === 0) return null;
    directory = root + (entry & 0x7fff_ffff);
  }
  const leaf = await entryOf(readAt, directory, null);
  if (leaf === null || (leaf & IS_DIRECTORY) !== 0) return null;
  const data = await readAt(root + leaf, 16);
  if (data.length < 16) return null;
  const offset = pe.offsetOf(data.readUInt32LE(0));
  return offset === null ? null : readAt(offset, Math.min(data.readUInt32LE(4), MOST_BYTES));
}

interface Block {
  key: string;
  value: Buffer;
  children: Buffer;
}

const aligned = (offset: number): number => (offset + 3) & ~3;

/** The blocks that lie one after another: length, length of the value, kind, key, value, blocks within. */
function* blocksIn(bytes: Buffer): Generator<Block> {
  for (let at = 0; at + 6 <= bytes.length; ) {
    const length = bytes.readUInt16LE(at);
    if (length < 6 || at + length > bytes.length) return;
    const block = bytes.subarray(at, at + length);
    let keyEnd = 6;
    while (keyEnd + 1 < block.length && block.readUInt16LE(keyEnd) !== 0) keyEnd += 2;
    const valueAt = aligned(keyEnd + 2);
    // A text's length is in characters, any other's in bytes.
    const valueSize = block.readUInt16LE(2) * (block.readUInt16LE(4) === 1 ? 2 : 1);
    yield {
      key: block.toString('utf16le', 6, keyEnd),
      value: block.subarray(valueAt, valueAt + valueSize),
      children: block.subarray(aligned(valueAt + valueSize)),
    };
    at += aligned(length);
  }
}

const textOf = (value: Buffer): string => value.toString('utf16le').replace(/\0.*$/s, '').trim();

/** `OriginalFilename`, `ProductName` and the like, of the first language that has any. */
export async function readVersionStrings(pe: PeFile, readAt: ReadAt): Promise<ReadonlyMap<string, string>> {
  const bytes = await versionBytes(pe, readAt);
  for (const version of blocksIn(bytes ?? Buffer.alloc(0))) {
    for (const info of blocksIn(version.children)) {
      if (info.key !== 'StringFileInfo') continue;
      for (const table of blocksIn(info.children)) {
        const strings = [...blocksIn(table.children)].map(({ key, value }) => [key, textOf(value)] as const);
        if (strings.length > 0) return new Map(strings);
      }
    }
  }
  return new Map();
}
