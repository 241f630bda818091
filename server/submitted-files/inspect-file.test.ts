import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ThesisFormat } from '../../shared/domain/paper.ts';
import { docx, pdf, zip } from './files.fixture.ts';
import { createFileInspector } from './inspect-file.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'yunkao-documents-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function inspect(format: ThesisFormat, bytes: Buffer | Promise<Buffer>) {
  const path = join(directory, 'file');
  await writeFile(path, await bytes);
  return createFileInspector().inspect(path, format);
}
const refused = (reason: string) => ({ reason });

describe('a PDF', () => {
  test.each([1, 5, 30, 300])('of %d pages has that many', async (pages) => {
    expect(await inspect('pdf', pdf(pages))).toEqual({ pages });
  });

  test('that says it has other pages than it has is broken, or is counted as it is', async () => {
    const lying = Buffer.from(pdf(3).toString('latin1').replace('/Count 3', '/Count 9'), 'latin1');
    const counted = await inspect('pdf', lying).catch((fault) => fault.reason);
    expect([{ pages: 3 }, 'file_broken']).toContainEqual(counted);
  });

  test('with a password is refused, also when it only limits printing', async () => {
    const opens = pdf(6, { user: 'secret', owner: 'boss' });
    const limits = pdf(6, { user: '', owner: 'boss' });
    await expect(inspect('pdf', opens)).rejects.toMatchObject(refused('file_encrypted'));
    await expect(inspect('pdf', limits)).rejects.toMatchObject(refused('file_encrypted'));
  });

  test('that is cut off or scribbled over is refused as broken', async () => {
    await expect(inspect('pdf', Buffer.from('%PDF-1.7\nnothing'))).rejects.toMatchObject(refused('file_broken'));
    await expect(inspect('pdf', pdf(9).subarray(0, 60))).rejects.toMatchObject(refused('file_broken'));
  });

  test('that is something else is refused by its format', async () => {
    await expect(inspect('pdf', Buffer.from('MZ\x90\x00'))).rejects.toMatchObject(refused('file_format'));
    await expect(inspect('pdf', docx(6))).rejects.toMatchObject(refused('file_format'));
    await expect(inspect('pdf', Buffer.alloc(0))).rejects.toMatchObject(refused('file_format'));
  });
});

describe('a DOCX', () => {
  test('has the pages that the word processor left in it, or none that are known', async () => {
    expect(await inspect('docx', docx(12))).toEqual({ pages: 12 });
    expect(await inspect('docx', docx(null))).toEqual({ pages: null });
    expect(await inspect('docx', docx(null, { 'docProps/app.xml': '<Properties/>' }))).toEqual({ pages: null });
  });

  test('with macros is refused, by its project or by its type', async () => {
    const project = docx(6, { 'word/vbaProject.bin': 'x' });
    const type = docx(6, {
      '[Content_Types].xml': '<Types ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
    });
    await expect(inspect('docx', project)).rejects.toMatchObject(refused('file_macros'));
    await expect(inspect('docx', type)).rejects.toMatchObject(refused('file_macros'));
  });

  test('that would unpack to very much is refused before it is unpacked', async () => {
    const bomb = docx(6, { 'word/document.xml': Buffer.alloc(70 * 1024 * 1024) });
    expect((await bomb).length).toBeLessThan(200_000);
    await expect(inspect('docx', bomb)).rejects.toMatchObject(refused('file_broken'));
  });

  test('that says it unpacks to less than it does is refused', async () => {
    const bytes = await docx(6, { 'word/document.xml': `<document>${'x'.repeat(5_000)}</document>` });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(5_000 + '<document></document>'.length);
    const said = bytes.lastIndexOf(size);
    bytes.writeUInt32LE(10, said);
    await expect(inspect('docx', bytes)).rejects.toMatchObject(refused('file_broken'));
  });

  test('with a password is refused as that; an old .doc by its format', async () => {
    const head = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const locked = Buffer.concat([head, Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]);
    await expect(inspect('docx', locked)).rejects.toMatchObject(refused('file_encrypted'));
    await expect(inspect('docx', Buffer.concat([head, Buffer.alloc(512)]))).rejects.toMatchObject(
      refused('file_format'),
    );
  });

  test('that is another zip, cut off, or has a name that leads out is refused', async () => {
    await expect(inspect('docx', zip({ 'a.txt': 'a' }))).rejects.toMatchObject(refused('file_format'));
    await expect(inspect('docx', (await docx(6)).subarray(0, 300))).rejects.toMatchObject(refused('file_broken'));
    const leads = Buffer.from(
      (await docx(6, { 'aa/bb': 'x' })).toString('latin1').replaceAll('aa/bb', '../bb'),
      'latin1',
    );
    await expect(inspect('docx', leads)).rejects.toMatchObject(refused('file_broken'));
    await expect(inspect('docx', pdf(6))).rejects.toMatchObject(refused('file_format'));
  });
});
