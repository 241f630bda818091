import { describe, expect, it } from 'vitest';
import { protoFields } from './protobuf.ts';

describe('protoFields', () => {
  it('reads numbers, texts and what has a fixed size, as the encoding guide writes them', () => {
    // 1: 150, 2: "testing", 3: four bytes, 4: eight bytes.
    const message = Buffer.from('089601120774657374696e671d01020304210102030405060708', 'hex');
    expect(protoFields(message)).toEqual([
      { number: 1, value: 150 },
      { number: 2, value: Buffer.from('testing') },
      { number: 3, value: Buffer.from([1, 2, 3, 4]) },
      { number: 4, value: Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]) },
    ]);
  });

  it('refuses what is cut off', () => {
    expect(() => protoFields(Buffer.from('12077465', 'hex'))).toThrow('beyond');
  });
});
