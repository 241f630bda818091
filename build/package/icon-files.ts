/** Pictures by their edge in pixels, as PNG. */
export type Pictures = ReadonlyMap<number, Buffer>;

/** What Windows shows somewhere: from a list's 16 to the large icons' 256. Windows 7 reads PNG entries. */
export const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256] as const;

/** Types of an icon of macOS that may be PNG, with their edge; `ic11` to `ic14` are the doubled ones of fine displays. */
export const ICNS_TYPES = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
] as const;

function picture(pictures: Pictures, size: number): Buffer {
  const png = pictures.get(size);
  if (!png) throw new Error(`there is no picture of ${size} pixels`);
  return png;
}

/** ICONDIR, one ICONDIRENTRY a picture, then the pictures. */
export function packIco(pictures: Pictures): Buffer {
  const pngs = ICO_SIZES.map((size) => ({ size, png: picture(pictures, size) }));
  const directory = Buffer.alloc(6 + 16 * pngs.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(pngs.length, 4);
  let offset = directory.length;
  for (const [index, { size, png }] of pngs.entries()) {
    const at = 6 + 16 * index;
    // A zero stands for 256.
    directory.writeUInt8(size % 256, at);
    directory.writeUInt8(size % 256, at + 1);
    directory.writeUInt16LE(1, at + 4);
    directory.writeUInt16LE(32, at + 6);
    directory.writeUInt32LE(png.length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([directory, ...pngs.map(({ png }) => png)]);
}

/** `icns`, the length of the whole, then each picture behind its type and length. */
export function packIcns(pictures: Pictures): Buffer {
  const block = (type: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(8 + content.length, 4);
    return Buffer.concat([head, content]);
  };
  return block('icns', Buffer.concat(ICNS_TYPES.map(([type, size]) => block(type, picture(pictures, size)))));
}
