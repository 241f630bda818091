import { describe, expect, it } from 'vitest';
import { data, existing, floats, int8, int32, ints, table, tables, text } from './flatbuffer-node.ts';
import { FlatTable } from './flatbuffer-table.ts';
import { prependTables } from './flatbuffer-writer.ts';

describe('prependTables', () => {
  it('writes what the reader reads', () => {
    const bytes = prependTables(
      table({
        0: text('名字'),
        2: tables([table({ 0: int8(-3) }), table({ 1: int32(70_000) })]),
        3: ints([1, -2, 3]),
        5: floats([127.5]),
      }),
      'TEST',
    );
    const root = FlatTable.root(bytes, 'TEST');
    expect(root.text(0)).toBe('名字');
    expect(root.field(1)).toBeNull();
    expect(root.tables(2).map((member) => [member.int8(0), member.int32(1)])).toEqual([
      [-3, 0],
      [0, 70_000],
    ]);
    expect(root.ints(3)).toEqual([1, -2, 3]);
    expect(root.floats(5)).toEqual([127.5]);
    expect(root.field(9)).toBeNull();
  });

  it('makes exactly these bytes for the smallest table with a string', () => {
    expect(prependTables(table({ 0: text('ab') }), 'TEST').toString('hex')).toBe(
      [
        '10000000', // the root table is 16 bytes ahead
        '54455354', // TEST
        '0600', // vtable: 6 bytes long,
        '0800', // its table 8,
        '0400', // field 0 at byte 4
        '0000', // filling
        '08000000', // table: its vtable is 8 bytes back
        '04000000', // field 0: the string is 4 bytes ahead
        '02000000', // string: 2 bytes
        '61620000', // a b and the closing zero
      ].join(''),
    );
  });

  it('leaves every byte of the old buffer as it was, and can point into it', () => {
    const old = prependTables(table({ 0: table({ 0: text('old') }) }), 'TEST');
    const inner = FlatTable.root(old, 'TEST').target(0) ?? expect.fail('no inner table');
    const bytes = prependTables(table({ 0: tables([existing(inner), table({ 0: text('new') })]) }), 'TEST', old);
    expect(bytes.subarray(bytes.length - old.length)).toEqual(old);
    expect((bytes.length - old.length) % 16).toBe(0);
    expect(
      FlatTable.root(bytes, 'TEST')
        .tables(0)
        .map((member) => member.text(0)),
    ).toEqual(['old', 'new']);
  });

  it.each([0, 1, 5, 17])('puts tensor data on a 16-byte boundary after a text of %i letters', (length) => {
    const bytes = prependTables(table({ 0: text('x'.repeat(length)), 1: data(Buffer.from('0123')) }), 'TEST');
    const at = FlatTable.root(bytes, 'TEST').target(1) ?? expect.fail('no data');
    expect((at + 4) % 16).toBe(0);
    expect(bytes.toString('latin1', at + 4, at + 8)).toBe('0123');
  });

  it('refuses an offset that would point backwards', () => {
    const shared = table({ 0: int32(1) });
    const deep = table({ 0: shared });
    // `shared` is placed as a child of the root, before `deep` that refers to it from further on.
    expect(() => prependTables(table({ 0: shared, 1: table({ 0: deep }) }), 'TEST')).toThrow('must point forward');
  });
});

describe('FlatTable', () => {
  it('refuses a buffer with another identifier', () => {
    expect(() => FlatTable.root(Buffer.from('10000000ffffffff', 'hex'), 'TFL3')).toThrow('not a TFL3 flatbuffer');
  });
});
