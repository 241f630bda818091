/** Real PDF and DOCX files of any length, made by hand for tests. */
import { createHash } from 'node:crypto';
import { ZipFile } from 'yazl';

/** Bytes that the PDF standard appends to a short password (ISO 32000-1, 7.6.3.3). */
const PAD = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

function rc4(key: Buffer, data: Buffer): Buffer {
  const box = Array.from({ length: 256 }, (_, at) => at);
  const byte = (at: number) => box[at & 255] ?? 0;
  const swap = (a: number, b: number) => {
    [box[a], box[b]] = [byte(b), byte(a)];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + byte(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((value) => {
      i = (i + 1) & 255;
      j = (j + byte(i)) & 255;
      swap(i, j);
      return value ^ byte(byte(i) + byte(j));
    }),
  );
}

const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();
const padded = (password: string) => Buffer.concat([Buffer.from(password), PAD]).subarray(0, 32);

/** The standard security handler, revision 2: RC4 with 40 bits. */
function encryption(user: string, owner: string, id: Buffer): string {
  const o = rc4(md5(padded(owner)).subarray(0, 5), padded(user));
  const permissions = Buffer.from([0xc0, 0xff, 0xff, 0xff]);
  const u = rc4(md5(padded(user), o, permissions, id).subarray(0, 5), PAD);
  return `<< /Filter /Standard /V 1 /R 2 /P -64 /O <${o.toString('hex')}> /U <${u.toString('hex')}> >>`;
}

/** @param locked with a password to open it (`user`), or only with one that limits what may be done (`owner`) */
export function pdf(pages: number, locked: { user: string; owner: string } | null = null): Buffer {
  const id = Buffer.alloc(16, 7);
  const kids = Array.from({ length: pages }, (_, at) => `${at + 3} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>'),
    ...(locked ? [encryption(locked.user, locked.owner, id)] : []),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const encrypt = locked ? `/Encrypt ${objects.length} 0 R` : '';
  const hex = id.toString('hex');
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R ${encrypt} /ID [<${hex}> <${hex}>] >>`;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n${trailer}\nstartxref\n`;
  return Buffer.from(`${text}${text.indexOf('xref\n0 ')}\n%%EOF\n`, 'latin1');
}

export async function zip(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, content] of Object.entries(files)) file.addBuffer(Buffer.from(content), name);
  file.end();
  const parts: Buffer[] = [];
  for await (const part of file.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** What a word processor writes, with `changes` to its files (null takes one away). */
export function docx(pages: number | null, changes: Readonly<Record<string, string | Buffer | null>> = {}) {
  const files: Record<string, string | Buffer | null> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${WORD}"/></Types>`,
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${W}"><w:body><w:p><w:r><w:t>论文</w:t></w:r></w:p></w:body></w:document>`,
    'docProps/app.xml':
      pages === null
        ? null
        : `<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Pages>${pages}</Pages></Properties>`,
    ...changes,
  };
  const present = Object.entries(files).filter((file): file is [string, string | Buffer] => file[1] !== null);
  return zip(Object.fromEntries(present));
}
