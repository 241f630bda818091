import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { precompress } from '../../../build/bundle/precompress.ts';
import { routes } from '../../../shared/contract/http.ts';
import { TestServer } from './harness.ts';

let server: TestServer;
let dist: string;
/** As a bundle repeats itself. */
const SCRIPT = 'window.word = "手机";\n'.repeat(2_000);
beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), 'yunkao-dist-'));
  for (const page of ['phone', 'results', 'console']) {
    await mkdir(join(dist, page));
    await writeFile(join(dist, page, 'index.html'), '<!doctype html>');
    await writeFile(join(dist, page, `${page}.js`), SCRIPT);
    await precompress(join(dist, page));
  }
  server = await TestServer.start(undefined, dist);
});
afterEach(async () => {
  await server.end();
  await rm(dist, { recursive: true });
});

test('[SEC-2] the phone page, the results and the console come with a strict policy, and a new build is seen at once', async () => {
  for (const page of ['phone', 'results', 'console']) {
    const response = await server.fetch(`${server.origin}/${page}/`);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain(`wss://${new URL(server.origin).host}`);
    // The console compiles WebAssembly for the face analyser; that allows no script that is not the server's own.
    const scripts = page === 'console' ? "script-src 'self' 'wasm-unsafe-eval'" : "script-src 'self'";
    expect(policy.split('; ')).toContain(scripts);
    expect(policy.replace(scripts, '')).not.toMatch(/unsafe|\*/);
    expect((await server.fetch(`${server.origin}/${page}/${page}.js`)).headers.get('content-type')).toMatch(
      /javascript/,
    );
  }
  expect((await server.fetch(`${server.origin}/`)).headers.get('location')).toBe('/console/');
});

test('scripts travel compressed to whoever takes it, and as they are to everybody else', async () => {
  for (const page of ['phone', 'results', 'console']) {
    const load = async (headers: Record<string, string>) => {
      const response = await server.fetch(`${server.origin}/${page}/${page}.js`, { headers });
      const bytes = Buffer.from(await response.arrayBuffer());
      return { encoding: response.headers.get('content-encoding'), response, bytes };
    };
    const small = await load({ 'accept-encoding': 'gzip, deflate, br' });
    expect([small.response.status, small.encoding]).toEqual([200, 'gzip']);
    expect(small.response.headers.get('content-type')).toMatch(/javascript/);
    expect(small.response.headers.get('cache-control')).toBe('no-cache');
    expect(small.response.headers.get('content-length')).toBe(String(small.bytes.length));
    expect(small.bytes.length).toBeLessThan(SCRIPT.length / 10);
    expect(gunzipSync(small.bytes).toString()).toBe(SCRIPT);
    const plain = await load({});
    expect([plain.encoding, plain.bytes.toString()]).toEqual([null, SCRIPT]);
    for (const { response } of [small, plain]) expect(response.headers.get('vary')).toMatch(/Accept-Encoding/);
    const again = await load({
      'accept-encoding': 'gzip',
      'if-none-match': small.response.headers.get('etag') ?? '',
    });
    expect(again.response.status).toBe(304);
  }
});

test('[SEC-1] nothing outside the pages is served', async () => {
  for (const path of [
    '/phone/../package.json',
    '/phone/%2e%2e/%2e%2e/etc/passwd',
    '/console/..%2f..%2fyunkao.db',
    '/data/yunkao.db',
  ]) {
    expect((await server.fetch(server.origin + path)).status).toBeGreaterThanOrEqual(400);
  }
});

test('[SEC-2] only the exam window’s origin is answered across origins', async () => {
  const ask = async (origin: string) => {
    const headers = {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    };
    const response = await server.fetch(server.origin + routes.candidateSignIn.path, { method: 'OPTIONS', headers });
    return response.headers.get('access-control-allow-origin');
  };
  expect(await ask('yunkao://exam')).toBe('yunkao://exam');
  expect(await ask('https://elsewhere.example')).toBeNull();
});
