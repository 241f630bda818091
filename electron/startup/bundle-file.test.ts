import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleFile } from './bundle-file.ts';

const folder = resolve('/opt/yunkao/exam');

describe('[SEC-2] the exam scheme serves the bundle and nothing else', () => {
  it.each([
    ['yunkao://exam/', 'index.html', 'text/html'],
    ['yunkao://exam/index.html?x=1#y', 'index.html', 'text/html'],
    ['yunkao://exam/exam.js', 'exam.js', 'text/javascript'],
    ['yunkao://exam/vision_bundle.cjs', 'vision_bundle.cjs', 'text/javascript'],
    ['yunkao://exam/wasm/vision_wasm_internal.wasm', 'wasm/vision_wasm_internal.wasm', 'application/wasm'],
    ['yunkao://exam/models/face_landmarker.task', 'models/face_landmarker.task', 'application/octet-stream'],
  ])('%s', (address, path, mimeType) => {
    expect(bundleFile(address, folder)).toEqual({ path: join(folder, path), mimeType });
  });

  it.each([
    'yunkao://exam/%2e%2e/%2e%2e/etc/passwd',
    'yunkao://exam/..%2f..%2fetc/passwd',
    'yunkao://exam/..%5c..%5cwindows/win.ini',
    'yunkao://exam/models/..%2f..%2fexam-secret/key',
    'yunkao://exam/a%00.html',
    'yunkao://exam/%E0%A4%A',
    'yunkao://phone/index.html',
    'yunkao://exam.example/index.html',
    'file:///etc/passwd',
    'not an address',
  ])('refuses %s', (address) => {
    const found = bundleFile(address, folder);
    // The URL parser itself resolves dots it understands: what is left must still lie inside.
    if (found) expect(found.path.startsWith(`${folder}/`)).toBe(true);
    else expect(found).toBeNull();
  });

  it('refuses what leads out even when the parser keeps the dots', () => {
    expect(bundleFile('yunkao://exam/..%2f..%2fetc/passwd', folder)).toBeNull();
    expect(bundleFile('yunkao://exam/models/..%2f..%2fexam-secret/key', folder)).toBeNull();
  });
});
