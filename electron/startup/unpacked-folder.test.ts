import { expect, it } from 'vitest';
import { unpackedFolder } from './unpacked-folder.ts';

it.each([
  [
    'C:\\Users\\li\\Yunkao\\resources\\app.asar\\electron',
    'C:\\Users\\li\\Yunkao\\resources\\app.asar.unpacked\\electron',
  ],
  ['/opt/yunkao/resources/app.asar/electron', '/opt/yunkao/resources/app.asar.unpacked/electron'],
  ['/home/li/yunkao/dist/electron', '/home/li/yunkao/dist/electron'],
])('%s is beside the archive at %s', (folder, unpacked) => {
  expect(unpackedFolder(folder)).toBe(unpacked);
});
