import { describe, expect, it } from 'vitest';
import { readPairs } from './pair-list.ts';

describe('a list of pairs', () => {
  it('is read whatever program wrote it', () => {
    const pairs = [
      { x: 'a 1.jpg', y: 'sub/b,2.png', same: true },
      { x: 'a 1.jpg', y: 'c.jpg', same: false },
    ];
    expect(readPairs('file_x,file_y,Decision\na 1.jpg,"sub/b,2.png",Yes\na 1.jpg,c.jpg,No\n')).toEqual(pairs);
    expect(
      readPairs('\uFEFF;DECISION;File_Y;FILE_X\r\n0;YES;"sub\\b,2.png";a 1.jpg\r\n1;no;c.jpg;a 1.jpg\r\n'),
    ).toEqual(pairs);
  });

  it('names the line that is no pair, and the column that is missing', () => {
    expect(() => readPairs('file_x,file_y,Decision\na,b,Yes\na,b,perhaps')).toThrow(
      'line 3 is not a pair: a,b,perhaps',
    );
    expect(() => readPairs('file_x,file_y\na,b')).toThrow('decision');
    expect(() => readPairs('left,right\na,b')).toThrow('file_x');
  });
});
