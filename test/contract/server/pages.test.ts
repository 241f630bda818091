import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { routes } from '../../../shared/contract/http.ts';
import { TestServer } from './harness.ts';

let server: TestServer;
let dist: string;
beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), 'yunkao-dist-'));
  for (const page of ['phone', 'console']) {
    await mkdir(join(dist, page));
    await writeFile(join(dist, page, 'index.html'), '<!doctype html>');
    await writeFile(join(dist, page, `${page}.js`), '1');
  }
  server = await TestServer.start(undefined, dist);
});
afterEach(async () => {
  await server.end();
  await rm(dist, { recursive: true });
});

test('[SEC-2] the phone page and the console come with a strict policy, and a new build is seen at once', async () => {
  for (const page of ['phone', 'console']) {
    const response = await server.fetch(`${server.origin}/${page}/`);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain(`wss://${new URL(server.origin).host}`);
    expect(policy).not.toMatch(/unsafe|\*/);
    expect((await server.fetch(`${server.origin}/${page}/${page}.js`)).headers.get('content-type')).toMatch(
      /javascript/,
    );
  }
  expect((await server.fetch(`${server.origin}/`)).headers.get('location')).toBe('/console/');
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
