import { describe, expect, it } from 'vitest';
import { readClips } from './clip-list.ts';

describe('a list of clips', () => {
  it('may call what the phone shows by its sign or by the kind that a proctor reads', () => {
    const interval = (kind: string) => ({ kind, from: 2, to: 9 });
    const [clip] = readClips(
      JSON.stringify([
        { clip: 'a.mjpeg', intervals: ['rear_object', 'prohibited_object', 'rear_people'].map(interval) },
      ]),
      '/clips/list.json',
    );
    expect(clip?.clip).toBe('/clips/a.mjpeg');
    expect(clip?.intervals.map(({ kind }) => kind)).toEqual([
      'prohibited_object',
      'prohibited_object',
      'multiple_people',
    ]);
  });
});
