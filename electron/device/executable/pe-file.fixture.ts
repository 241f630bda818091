/** Makes Windows executables for tests: headers, a version resource and a signature; nothing in them runs. */

const aligned = (length: number): number => (length + 3) & ~3;
const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(aligned(bytes.length) - bytes.length)]);

function block(key: string, value: Buffer, isText: boolean, children: Buffer[]): Buffer {
  const name = Buffer.from(`${key}\0`, 'utf16le');
  const head = Buffer.alloc(aligned(6 + name.length));
  name.copy(head, 6);
  const content = Buffer.concat([head, padded(value), ...children.map(padded)]);
  content.writeUInt16LE(content.length, 0);
  content.writeUInt16LE(isText ? value.length / 2 : value.length, 2);
  content.writeUInt16LE(isText ? 1 : 0, 4);
  return content;
}

function versionResource(strings: Readonly<Record<string, string>>): Buffer {
  const rows = Object.entries(strings).map(([key, value]) =>
    block(key, Buffer.from(`${value}\0`, 'utf16le'), true, []),
  );
  const table = block('080404b0', Buffer.alloc(0), true, rows);
  const info = block('StringFileInfo', Buffer.alloc(0), true, [table]);
  return block('VS_VERSION_INFO', Buffer.alloc(52), false, [info]);
}

/** A directory of resources with one entry. */
function directory(id: number, target: number): Buffer {
  const bytes = Buffer.alloc(24);
  bytes.writeUInt16LE(1, 14);
  bytes.writeUInt32LE(id, 16);
  bytes.writeUInt32LE(target, 20);
  return bytes;
}

const SECTION_ADDRESS = 0x1000;
const SECTION_OFFSET = 0x200;

export function peBytes(strings: Readonly<Record<string, string>>, signature: Buffer | null = null): Buffer {
  const version = versionResource(strings);
  const leaf = Buffer.alloc(16);
  leaf.writeUInt32LE(SECTION_ADDRESS + 88, 0);
  leaf.writeUInt32LE(version.length, 4);
  const within = 0x8000_0000;
  const resources = padded(
    Buffer.concat([directory(16, within + 24), directory(1, within + 48), directory(2052, 72), leaf, version]),
  );

  const headers = Buffer.alloc(SECTION_OFFSET);
  headers.write('MZ');
  headers.writeUInt32LE(64, 60);
  headers.write('PE\0\0', 64, 'latin1');
  headers.writeUInt16LE(1, 70);
  headers.writeUInt16LE(224, 84);
  headers.writeUInt16LE(0x10b, 88);
  headers.writeUInt32LE(SECTION_ADDRESS, 88 + 96 + 16);
  headers.writeUInt32LE(resources.length, 88 + 96 + 20);
  headers.writeUInt32LE(resources.length, 88 + 224 + 8);
  headers.writeUInt32LE(SECTION_ADDRESS, 88 + 224 + 12);
  headers.writeUInt32LE(resources.length, 88 + 224 + 16);
  headers.writeUInt32LE(SECTION_OFFSET, 88 + 224 + 20);
  if (!signature) return Buffer.concat([headers, resources]);

  headers.writeUInt32LE(SECTION_OFFSET + resources.length, 88 + 96 + 32);
  headers.writeUInt32LE(8 + signature.length, 88 + 96 + 36);
  const head = Buffer.alloc(8);
  head.writeUInt32LE(8 + signature.length, 0);
  head.writeUInt16LE(0x0200, 4);
  head.writeUInt16LE(0x0002, 6);
  return Buffer.concat([headers, resources, head, signature]);
}
