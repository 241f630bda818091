import { describe, expect, it } from 'vitest';
import { holdsMedia } from './recorded-file.ts';

const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
/** What Chromium 156 hands over when it is stopped before its first picture: the head of the form, and room for the rest. */
const WEBM_HEAD = Uint8Array.from([
  ...[0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x86, 0x81, 0x01, 0x42, 0xf7, 0x81, 0x01, 0x42, 0xf2, 0x81, 0x04],
  ...[0x42, 0xf3, 0x81, 0x08, 0x42, 0x82, 0x84, ...letters('webm'), 0x42, 0x87, 0x81, 0x04, 0x42, 0x85, 0x81, 0x02],
  ...Array<number>(74).fill(0),
]);

describe('[CAM-1] a recorded file', () => {
  it('holds nothing when it is a head alone', () => {
    expect(holdsMedia(WEBM_HEAD)).toBe(false);
    expect(holdsMedia(Uint8Array.from(letters('\0\0\0\u0018ftypisom\0\0\0\bmoov')))).toBe(false);
    expect(holdsMedia(new Uint8Array())).toBe(false);
  });

  it('holds something once a cluster, a fragment or data has begun', () => {
    expect(holdsMedia(Uint8Array.from([...WEBM_HEAD, 0x1f, 0x43, 0xb6, 0x75, 0x01]))).toBe(true);
    expect(holdsMedia(Uint8Array.from(letters('\0\0\0\u0018ftypisom\0\0\0\bmoov\0\0\0\bmoof')))).toBe(true);
    expect(holdsMedia(Uint8Array.from(letters('\0\0\0\u0018ftypqt  \0\0\0\bmdat')))).toBe(true);
  });

  it('holds nothing when a beginning is cut off', () => {
    expect(holdsMedia(Uint8Array.from([...WEBM_HEAD, 0x1f, 0x43, 0xb6]))).toBe(false);
  });
});
