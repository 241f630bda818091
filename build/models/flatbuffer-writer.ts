import type { FlatNode, NewNode } from './flatbuffer-node.ts';

const alignUp = (value: number, to: number): number => Math.ceil(value / to) * to;

function childrenOf(node: NewNode): FlatNode[] {
  if (node.kind === 'tables') return [...node.members];
  if (node.kind !== 'table') return [];
  return Object.values(node.fields).filter((field) => field.kind !== 'scalar');
}

/** Every new node, parents before children: each offset then points forward. */
function inOrder(root: NewNode): NewNode[] {
  const order = new Set<NewNode>([root]);
  for (const node of order) {
    for (const child of childrenOf(node)) if (child.kind !== 'existing') order.add(child);
  }
  return [...order];
}

const slotsOf = (node: NewNode & { kind: 'table' }): number =>
  1 + Math.max(-1, ...Object.keys(node.fields).map(Number));

/** Where a node may start at or after `from` (a table leaves room for its vtable before it), and where it ends. */
function place(node: NewNode, from: number): { start: number; end: number } {
  switch (node.kind) {
    case 'table': {
      const start = alignUp(alignUp(from, 4) + 4 + 2 * slotsOf(node), 4);
      return { start, end: start + 4 + 4 * Object.keys(node.fields).length };
    }
    case 'tables': {
      const start = alignUp(from, 4);
      return { start, end: start + 4 + 4 * node.members.length };
    }
    case 'numbers': {
      const start = alignUp(from, 4);
      return { start, end: start + 4 + 4 * node.values.length };
    }
    case 'bytes': {
      const start = alignUp(from + 4, node.align) - 4;
      // One zero more than the bytes: a string must end in one.
      return { start, end: start + 4 + node.bytes.length + 1 };
    }
  }
}

/**
 * Writes tables in front of an existing buffer: the new tables, then `old`. Offsets only point forward, so new tables
 * may refer to old ones while the old bytes stay as they are, untouched and valid: that is how a finished model is
 * extended. `root` becomes the root table; `identifier` is the four-letter file identifier. The old bytes start on a
 * 16-byte boundary, so their own alignment holds.
 */
export function prependTables(root: FlatNode, identifier: string, old: Buffer = Buffer.alloc(0)): Buffer {
  if (root.kind === 'existing') throw new Error('the root must be a new table');
  const starts = new Map<NewNode, number>();
  let end = 8;
  for (const node of inOrder(root)) {
    const placed = place(node, end);
    starts.set(node, placed.start);
    end = placed.end;
  }
  const head = Buffer.alloc(alignUp(end, 16));
  const pointTo = (at: number, node: FlatNode): void => {
    const target = node.kind === 'existing' ? head.length + node.position : (starts.get(node) ?? 0);
    if (target <= at) throw new Error(`a flatbuffer offset must point forward, from ${at} to ${target}`);
    head.writeUInt32LE(target - at, at);
  };
  pointTo(0, root);
  head.write(identifier, 4, 'latin1');
  for (const [node, start] of starts) write(head, node, start, pointTo);
  return Buffer.concat([head, old]);
}

function write(head: Buffer, node: NewNode, start: number, pointTo: (at: number, node: FlatNode) => void): void {
  if (node.kind === 'table') {
    writeTable(head, node, start, pointTo);
    return;
  }
  if (node.kind === 'bytes') {
    head.writeUInt32LE(node.bytes.length, start);
    node.bytes.copy(head, start + 4);
    return;
  }
  const members = node.kind === 'tables' ? node.members : node.values;
  head.writeUInt32LE(members.length, start);
  for (const [index, member] of members.entries()) {
    const at = start + 4 + 4 * index;
    if (typeof member === 'object') pointTo(at, member);
    else if (node.kind === 'numbers' && node.type === 'f32') head.writeFloatLE(member, at);
    else head.writeInt32LE(member, at);
  }
}

function writeTable(
  head: Buffer,
  node: NewNode & { kind: 'table' },
  start: number,
  pointTo: (at: number, node: FlatNode) => void,
): void {
  const fields = Object.entries(node.fields);
  const slots = slotsOf(node);
  const vtable = start - alignUp(4 + 2 * slots, 4);
  head.writeInt32LE(start - vtable, start);
  head.writeUInt16LE(4 + 2 * slots, vtable);
  head.writeUInt16LE(4 + 4 * fields.length, vtable + 2);
  for (const [order, [index, field]] of fields.entries()) {
    const at = start + 4 + 4 * order;
    head.writeUInt16LE(at - start, vtable + 4 + 2 * Number(index));
    if (field.kind !== 'scalar') pointTo(at, field);
    else if (field.type === 'i8') head.writeInt8(field.value, at);
    else head.writeInt32LE(field.value, at);
  }
}
