import { deflateSync } from 'node:zlib';
import { crc32 } from '../../../build/models/crc32.ts';
import type { Picture } from '../../../shared/domain/content.ts';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
}

/** A bar chart as a real PNG (RGB, 8 bits; RFC 2083): `bars` are heights from 0 to 1. */
export function drawnPicture(id: string, bars: readonly number[], width = 800, height = 480): Picture {
  const rows = Buffer.alloc(height * (1 + width * 3), 255);
  for (let y = 0; y < height; y += 1) {
    const row = y * (1 + width * 3);
    rows[row] = 0;
    for (let x = 0; x < width; x += 1) {
      const bar = Math.floor((x / width) * bars.length);
      const inside = ((x / width) * bars.length) % 1 < 0.8 && 1 - y / height < (bars[bar] ?? 0);
      if (inside) rows.set([23, 96 + ((x + y) % 60), 79 + ((x * y) % 40)], row + 1 + x * 3);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { id, mime: 'image/png', width, height, base64: png.toString('base64') };
}
