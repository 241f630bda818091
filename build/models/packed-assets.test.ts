import { describe, expect, it } from 'vitest';
import { packedAsset } from './packed-assets.ts';

const loader =
  'load({"files": [{"filename": "/a/one", "start": 0, "end": 2}, {"filename": "/b/two", "start": 2, "end": 5}]});';

describe('packedAsset', () => {
  it('cuts a file out by its name', () => {
    expect(packedAsset(loader, Buffer.from('abcde'), 'two').toString()).toBe('cde');
  });

  it('says what is missing', () => {
    expect(() => packedAsset(loader, Buffer.from('abcde'), 'three')).toThrow('no packed file three');
    expect(() => packedAsset('', Buffer.alloc(0), 'one')).toThrow('names no packed files');
  });
});
