const SIGNATURES = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  // Excel 97 to 2003, and an XLSX that is locked by a password.
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
] as const;

export type FileLook = (typeof SIGNATURES)[number][0] | 'empty' | 'text' | 'unknown';

/** What a file is by how it begins, whatever its name says. */
export function looksLike(bytes: Buffer): FileLook {
  if (bytes.length === 0) return 'empty';
  const found = SIGNATURES.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (found) return found[0];
  const isText = bytes.subarray(0, 1_000).every((byte) => byte >= 0x20 || [0x09, 0x0a, 0x0d].includes(byte));
  return isText ? 'text' : 'unknown';
}
