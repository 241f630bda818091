/**
 * The text that a binary property list (bplist00) has under `key` in its outermost dictionary; null where it has none, or
 * is not what it says. Only what that needs of the format is read.
 */
export function binaryPropertyText(bytes: Buffer, key: string): string | null {
  try {
    return readText(bytes, key);
  } catch (cause) {
    // A place outside of the bytes: a damaged list.
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

function readText(bytes: Buffer, key: string): string | null {
  const trailer = bytes.length - 32;
  const offsetSize = bytes.readUInt8(trailer + 6);
  const referenceSize = bytes.readUInt8(trailer + 7);
  const count = bytes.readUInt32BE(trailer + 12);
  const top = bytes.readUInt32BE(trailer + 20);
  const table = bytes.readUInt32BE(trailer + 28);
  const placeOf = (object: number): number => {
    if (object >= count) throw new RangeError('no such object');
    return bytes.readUIntBE(table + object * offsetSize, offsetSize);
  };
  /** Kind, count and where the content begins: a count of 15 stands in a number of its own. */
  const headOf = (object: number): { kind: number; size: number; at: number } => {
    const at = placeOf(object);
    const marker = bytes.readUInt8(at);
    const small = marker & 0x0f;
    if (small !== 0x0f) return { kind: marker >> 4, size: small, at: at + 1 };
    const width = 1 << (bytes.readUInt8(at + 1) & 0x0f);
    return { kind: marker >> 4, size: bytes.readUIntBE(at + 2, width), at: at + 2 + width };
  };
  const textOf = (object: number): string | null => {
    const { kind, size, at } = headOf(object);
    if (kind === 5) return bytes.toString('latin1', at, at + size);
    if (kind !== 6) return null;
    return Buffer.from(bytes.subarray(at, at + size * 2))
      .swap16()
      .toString('utf16le');
  };

  const { kind, size, at } = headOf(top);
  if (kind !== 13) return null;
  const reference = (index: number): number => bytes.readUIntBE(at + index * referenceSize, referenceSize);
  for (let index = 0; index < size; index += 1) {
    if (textOf(reference(index)) === key) return textOf(reference(size + index));
  }
  return null;
}
