import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { path7za } from '7zip-bin';
import { generate } from 'selfsigned';
import { describe, expect, it } from 'vitest';
import { bundleIdIn, readBundleId } from './bundle-id.ts';
import { peBytes } from './pe-file.fixture.ts';
import { readPeFile } from './pe-file.ts';
import type { ReadAt } from './read-at.ts';
import { withFile } from './read-at.ts';
import { readSignerNames } from './signer-names.ts';
import { readVersionStrings } from './version-resource.ts';

const inMemory =
  (bytes: Buffer): ReadAt =>
  async (offset, length) =>
    bytes.subarray(offset, offset + length);

async function told(readAt: ReadAt) {
  const pe = await readPeFile(readAt);
  return pe && { strings: await readVersionStrings(pe, readAt), signers: await readSignerNames(pe, readAt) };
}

/** Certificate bytes in a sequence, as they stand within a signature. */
async function signatureOf(organisation: string): Promise<Buffer> {
  const name = [
    { name: 'commonName', value: 'code signing' },
    { name: 'organizationName', value: organisation },
  ];
  const { cert } = await generate(name);
  const der = Buffer.from(cert.replace(/-----[^-]+-----/g, ''), 'base64');
  const head = Buffer.from([0x30, 0x82, der.length >> 8, der.length & 0xff]);
  return Buffer.concat([head, der]);
}

describe('the version resource of a Windows executable', () => {
  /** Beside the one for this system. */
  const windows = join(dirname(path7za), '..', '..', 'win');

  it.each(['ia32', 'x64', 'arm64'])('is read from a real one (7-Zip for %s)', async (architecture) => {
    const strings = await withFile(join(windows, architecture, '7za.exe'), async (readAt) => {
      const pe = await readPeFile(readAt);
      return pe && readVersionStrings(pe, readAt);
    });
    expect(strings?.get('OriginalFilename')).toBe('7za.exe');
    expect(strings?.get('CompanyName')).toBe('Igor Pavlov');
  });

  it('is read in Chinese, with texts of any length', async () => {
    const strings = {
      FileDescription: '微信',
      Empty: '',
      OriginalFilename: 'WeChat.exe',
      ProductName: '腾讯'.repeat(50),
    };
    const read = await told(inMemory(peBytes(strings)));
    expect(Object.fromEntries(read?.strings ?? [])).toEqual(strings);
    expect(read?.signers).toEqual([]);
  });

  it('is not looked for in what is no such file', async () => {
    expect(await told(inMemory(Buffer.from('#!/bin/sh\n')))).toBeNull();
    expect(await withFile(process.execPath, readPeFile)).toBeNull();
  });

  it('never trips over damaged bytes, wherever they are', async () => {
    const whole = peBytes({ OriginalFilename: 'AnyDesk.exe' }, await signatureOf('AnyDesk Software GmbH'));
    for (let at = 0; at < whole.length; at += 3) {
      for (const value of [0x00, 0xff]) {
        const broken = Buffer.from(whole);
        broken[at] = value;
        await told(inMemory(broken));
      }
      await told(inMemory(whole.subarray(0, at)));
    }
  });
});

it('names who signed a Windows executable', async () => {
  const bytes = peBytes({ OriginalFilename: 'a.exe' }, await signatureOf('上海贝锐 AnyDesk Software GmbH'));
  expect((await told(inMemory(bytes)))?.signers).toEqual(['code signing', '上海贝锐 AnyDesk Software GmbH']);
});

describe('the bundle id of a macOS application', () => {
  const xml =
    '<?xml version="1.0"?><plist><dict><key>CFBundleName</key><string>QQ</string>\n<key>CFBundleIdentifier</key>\n\t<string>com.tencent.qq</string></dict></plist>';
  /** Made by Python's plistlib. */
  const binary = Buffer.from(
    'YnBsaXN0MDDTAQIDBAUGXxASQ0ZCdW5kbGVJZGVudGlmaWVyXENGQnVuZGxlTmFtZV8QD0NGQnVuZGxlVmVyc2lvbl8QFWNvbS50ZW5jZW50LnhpbldlQ2hhdGJfrk/hUTEIDyQxQ1tgAAAAAAAAAQEAAAAAAAAABwAAAAAAAAAAAAAAAAAAAGI=',
    'base64',
  );

  it('is read from both kinds of Info.plist', () => {
    expect(bundleIdIn(Buffer.from(xml))).toBe('com.tencent.qq');
    expect(bundleIdIn(binary)).toBe('com.tencent.xinWeChat');
    expect(bundleIdIn(Buffer.from('<plist><dict></dict></plist>'))).toBeNull();
    for (let length = 8; length < binary.length; length += 1) bundleIdIn(binary.subarray(0, length));
  });

  it('is that of the outermost application: a helper is part of it', async () => {
    const root = await mkdtemp(join(tmpdir(), 'yunkao-app-'));
    const helper = join(root, 'Renamed.app/Contents/Frameworks/Helper.app/Contents/MacOS/Helper');
    await mkdir(dirname(helper), { recursive: true });
    await writeFile(join(root, 'Renamed.app/Contents/Info.plist'), xml);
    expect(await readBundleId(helper)).toBe('com.tencent.qq');
    expect(await readBundleId('/usr/bin/ssh')).toBeNull();
  });
});
