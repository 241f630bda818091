import { describe, expect, it } from 'vitest';
import { WORKER_POLICY, windowPolicy } from './content-policy.ts';

/** What a policy allows, by directive. */
const allowed = (policy: string): Record<string, string[]> =>
  Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );

describe('[SEC-2] what the window may be in touch with', () => {
  const server = 'https://exam.example:8443';

  it('is the exam server by HTTPS and WSS, and its own bundle', () => {
    const { 'connect-src': connect, 'default-src': otherwise } = allowed(windowPolicy(server));
    expect([connect, otherwise]).toEqual([["'self'", server, 'wss://exam.example:8443'], ["'none'"]]);
    const places = Object.values(allowed(windowPolicy(server))).flat();
    // Beside keywords in quotes and the sandbox's own words: places, and what never leaves the window.
    expect(new Set(places.filter((source) => /[.:/*]/.test(source)))).toEqual(
      new Set([server, 'wss://exam.example:8443', 'blob:', 'data:', 'mediastream:']),
    );
  });

  it('is nobody for the analysers, who see camera and microphone', () => {
    expect(new Set(Object.values(allowed(WORKER_POLICY)).flat())).toEqual(
      new Set(["'none'", "'self'", "'wasm-unsafe-eval'"]),
    );
  });
});
