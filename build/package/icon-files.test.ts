import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { projectPath } from '../project.ts';
import { ICNS_TYPES, ICO_SIZES } from './icon-files.ts';

/** Edges of a PNG, from its header. */
function edgesOf(png: Buffer): [number, number] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

const icon = (name: string): Promise<Buffer> => readFile(projectPath('assets/icon', name));

it('the icon for Windows holds every size, each as large as its entry says', async () => {
  const ico = await icon('icon.ico');
  const found = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const [length, offset] = [ico.readUInt32LE(at + 8), ico.readUInt32LE(at + 12)];
    const said = ico.readUInt8(at) || 256;
    expect(edgesOf(ico.subarray(offset, offset + length))).toEqual([said, said]);
    return said;
  });
  expect(found).toEqual([...ICO_SIZES]);
});

it('the icon for macOS holds every size, doubled ones included, and ends where it says', async () => {
  const icns = await icon('icon.icns');
  expect(icns.subarray(0, 4).toString('latin1')).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const found: [string, number][] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    const [edge] = edgesOf(icns.subarray(at + 8));
    found.push([icns.subarray(at, at + 4).toString('latin1'), edge]);
  }
  expect(found).toEqual(ICNS_TYPES.map((each) => [...each]));
});
