import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
  it.each([
    [
      'sorts keys at every depth',
      { b: 1, a: { d: [{ z: 1, y: 2 }], c: 3 } },
      '{"a":{"c":3,"d":[{"y":2,"z":1}]},"b":1}',
    ],
    ['keeps the order of arrays', [3, 1, [2, 1]], '[3,1,[2,1]]'],
    ['leaves undefined members out', { a: undefined, b: null }, '{"b":null}'],
    ['writes undefined in an array as null', [undefined, 1], '[null,1]'],
    ['sorts by code unit, not by locale', { é: 1, z: 2, Z: 3, 准: 4 }, '{"Z":3,"z":2,"é":1,"准":4}'],
    ['escapes as JSON does', { text: '“引号”"\\\n\u2028' }, '{"text":"“引号”\\"\\\\\\n\u2028"}'],
    ['keeps characters beyond the basic plane', ['𠮷', '👩‍🏫'], '["𠮷","👩‍🏫"]'],
    ['writes minus zero as zero', [-0, 1e21, 0.1], '[0,1e+21,0.1]'],
    ['writes plain values', 'x', '"x"'],
    ['writes nothing as null', undefined, 'null'],
  ])('%s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('gives one text for one value, however its members were ordered', () => {
    expect(canonicalJson({ a: 1, b: { c: 2, d: 3 } })).toBe(canonicalJson({ b: { d: 3, c: 2 }, a: 1 }));
  });

  it('does not take composed and decomposed characters for the same', () => {
    expect(canonicalJson('\u00e9')).not.toBe(canonicalJson('e\u0301'));
  });

  it('can be read back', () => {
    const value = { responses: { 't-s-01': { kind: 'choice', chosen: ['B'] } }, flags: [], lastItemId: null };
    expect(JSON.parse(canonicalJson(value))).toEqual(value);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'refuses %s, which JSON would lose',
    (value) => {
      expect(() => canonicalJson({ at: value })).toThrow(RangeError);
    },
  );
});
