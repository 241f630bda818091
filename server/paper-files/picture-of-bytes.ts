import type { Picture } from '../../shared/domain/content.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Where the width stands in a PNG's first chunk. */
const PNG_WIDTH = 16;

const isPng = (bytes: Buffer): boolean => bytes.subarray(0, PNG.length).equals(PNG);
const isJpeg = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

/** A JPEG names its size in its frame header, which comes after any number of other segments. */
function jpegSize(bytes: Buffer): { width: number; height: number } | null {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** A picture out of a PNG or JPEG file, with its size in pixels; else why it cannot be one. */
export function pictureOfBytes(id: string, bytes: Buffer): Picture | 'picture_kind' | 'picture_damaged' {
  const mime = isPng(bytes) ? 'image/png' : isJpeg(bytes) ? 'image/jpeg' : null;
  if (!mime) return 'picture_kind';
  const inPng = mime === 'image/png' && bytes.length >= PNG_WIDTH + 8;
  const size = inPng
    ? { width: bytes.readUInt32BE(PNG_WIDTH), height: bytes.readUInt32BE(PNG_WIDTH + 4) }
    : mime === 'image/jpeg'
      ? jpegSize(bytes)
      : null;
  if (!size || size.width === 0 || size.height === 0) return 'picture_damaged';
  return { id, mime, ...size, base64: bytes.toString('base64') };
}
