import type { ReadAt } from './read-at.ts';

/** Where something lies in a file. */
export interface Extent {
  offset: number;
  size: number;
}

/** A Windows executable (Portable Executable), as far as it tells what it is. */
export interface PeFile {
  /** The tree of resources; null where there is none. */
  resources: Extent | null;
  /** The signature; null for an unsigned file. */
  signature: Extent | null;
  /** Where in the file lies what is loaded at this address; null: nowhere. */
  offsetOf(address: number): number | null;
}

const DOS_MAGIC = 0x5a4d;
const PE_MAGIC = 0x0000_4550;
const OPTIONAL_MAGIC_64 = 0x20b;
const RESOURCES = 2;
const SIGNATURE = 4;
/** The loader of Windows takes no more. */
const MOST_SECTIONS = 96;

/** Reads the headers alone. Null: it is no such file, or its headers do not hold what they promise. */
export async function readPeFile(readAt: ReadAt): Promise<PeFile | null> {
  const dos = await readAt(0, 64);
  if (dos.length < 64 || dos.readUInt16LE(0) !== DOS_MAGIC) return null;
  const at = dos.readUInt32LE(60);
  const coff = await readAt(at, 24);
  if (coff.length < 24 || coff.readUInt32LE(0) !== PE_MAGIC) return null;
  const sectionCount = coff.readUInt16LE(6);
  const optionalSize = coff.readUInt16LE(20);
  if (sectionCount > MOST_SECTIONS) return null;
  const rest = await readAt(at + 24, optionalSize + sectionCount * 40);
  if (rest.length < optionalSize + sectionCount * 40 || optionalSize < 96) return null;

  const directories = rest.readUInt16LE(0) === OPTIONAL_MAGIC_64 ? 112 : 96;
  const directory = (index: number): { address: number; size: number } | null => {
    const entry = directories + index * 8;
    if (entry + 8 > optionalSize) return null;
    const [address, size] = [rest.readUInt32LE(entry), rest.readUInt32LE(entry + 4)];
    return address === 0 || size === 0 ? null : { address, size };
  };
  const sections = Array.from({ length: sectionCount }, (_, index) => {
    const section = optionalSize + index * 40;
    return {
      address: rest.readUInt32LE(section + 12),
      size: Math.max(rest.readUInt32LE(section + 8), rest.readUInt32LE(section + 16)),
      offset: rest.readUInt32LE(section + 20),
    };
  });
  const offsetOf = (address: number): number | null => {
    const section = sections.find((each) => address >= each.address && address < each.address + each.size);
    return section ? section.offset + (address - section.address) : null;
  };

  const resources = directory(RESOURCES);
  const resourcesAt = resources && offsetOf(resources.address);
  const signature = directory(SIGNATURE);
  return {
    resources: resources && resourcesAt !== null ? { offset: resourcesAt, size: resources.size } : null,
    // Of all directories this one names its place in the file.
    signature: signature && { offset: signature.address, size: signature.size },
    offsetOf,
  };
}
