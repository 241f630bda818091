export type ImageKind = 'jpeg' | 'png';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What kind of picture bytes claim to be by how they begin; null for neither. Whether it can be seen, a browser tells. */
export function imageKind(bytes: Buffer): ImageKind | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  return bytes.subarray(0, PNG.length).equals(PNG) ? 'png' : null;
}
