import { expect, it } from 'vitest';
import { h264First } from './codec-preference.ts';

it('puts every H264 profile first and leaves the rest in the order of the browser', () => {
  const codecs = ['video/VP8', 'video/rtx', 'video/H264', 'video/VP9', 'video/h264'].map((mimeType) => ({ mimeType }));
  expect(h264First(codecs).map(({ mimeType }) => mimeType)).toEqual([
    'video/H264',
    'video/h264',
    'video/VP8',
    'video/rtx',
    'video/VP9',
  ]);
});
