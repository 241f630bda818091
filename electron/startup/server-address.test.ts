import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { ACCEPT, certificateVerdict, REFUSE, USE_CHROMIUM_VERDICT } from './certificate-pinning.ts';
import { takeRefusedSwitches } from './debugging-switches.ts';
import { isGranted } from './permissions.ts';
import { isAllowedRequest } from './request-guard.ts';
import { AddressProblem, findServerAddress } from './server-address.ts';

const HEX = 'ab'.repeat(32);
const folder = () => mkdtempSync(join(tmpdir(), 'yunkao-address-'));

describe('server address', () => {
  it('comes from the command line before the file', () => {
    const where = folder();
    writeFileSync(join(where, 'exam-server.json'), JSON.stringify({ server: 'https://file.example' }));
    const colons = HEX.toUpperCase().replace(/..(?!$)/g, '$&:');
    expect(findServerAddress(['--server=https://10.0.0.1:8443/x', `--fingerprint=${colons}`], [where])).toEqual({
      origin: 'https://10.0.0.1:8443',
      fingerprint: HEX,
    });
    expect(findServerAddress([], [folder(), where])).toEqual({ origin: 'https://file.example', fingerprint: null });
  });

  it.each([
    ['missing', []],
    ['malformed', ['--server=http://10.0.0.1']],
    ['malformed', ['--server=exam']],
    ['malformed', ['--server=https://10.0.0.1', '--fingerprint=abc']],
  ])('says what is wrong: %s %j', (kind, args) => {
    expect(() => findServerAddress(args, [folder()])).toThrow(expect.objectContaining({ kind }));
  });

  it('says when the file is damaged instead of passing it over', () => {
    const where = folder();
    writeFileSync(join(where, 'exam-server.json'), '{"server":');
    expect(() => findServerAddress([], [where])).toThrow(AddressProblem);
  });
});

describe('[SEC-2] one pinned origin', () => {
  const server = { origin: 'https://exam.example:8443', fingerprint: HEX };
  const chromiumSpelling = `sha256/${Buffer.from(HEX, 'hex').toString('base64')}`;

  it('accepts the pinned certificate of the pinned host and no other', () => {
    expect(certificateVerdict(server, 'exam.example', chromiumSpelling)).toBe(ACCEPT);
    expect(certificateVerdict(server, 'exam.example', `sha256/${Buffer.alloc(32).toString('base64')}`)).toBe(REFUSE);
    expect(certificateVerdict(server, 'other.example', chromiumSpelling)).toBe(REFUSE);
    const unpinned = { ...server, fingerprint: null };
    expect(certificateVerdict(unpinned, 'exam.example', chromiumSpelling)).toBe(USE_CHROMIUM_VERDICT);
    expect(certificateVerdict(unpinned, 'other.example', chromiumSpelling)).toBe(REFUSE);
  });

  it.each([
    ['yunkao://exam/exam.js', true],
    ['https://exam.example:8443/api/health', true],
    ['wss://exam.example:8443/socket.io/', true],
    ['blob:yunkao://exam/0d5f', true],
    ['data:image/png;base64,AA', true],
    ['http://exam.example:8443/', false],
    ['https://exam.example/', false],
    ['https://exam.example:8443@evil.example/', false],
    ['https://evil.example/exam.example:8443', false],
    ['yunkao://exam.evil/', false],
    ['blob:https://evil.example/0d5f', false],
    ['file:///etc/passwd', false],
    ['devtools://devtools/bundled/inspector.html', false],
    ['chrome-extension://abc/x.js', false],
  ])('%s allowed: %s', (address, allowed) => {
    expect(isAllowedRequest(address, server.origin)).toBe(allowed);
  });

  it('grants camera and microphone to our own page only', () => {
    expect(isGranted('media', 'yunkao://exam/index.html')).toBe(true);
    expect(isGranted('media', 'https://exam.example:8443/')).toBe(false);
    expect(isGranted('display-capture', 'yunkao://exam/')).toBe(false);
    expect(isGranted('clipboard-read', 'yunkao://exam/')).toBe(false);
  });

  it.each([
    [true, ['remote-debugging-port'], ['lang']],
    [false, [], ['lang', 'remote-debugging-port']],
  ])('takes switches that let somebody in from an installed program (%s)', (isPackaged, taken, left) => {
    const given = new Set(['lang', 'remote-debugging-port']);
    const commandLine = {
      hasSwitch: (name: string) => given.has(name),
      removeSwitch: (name: string) => void given.delete(name),
    };
    expect(takeRefusedSwitches({ isPackaged, commandLine } as unknown as App)).toEqual(taken);
    expect([...given]).toEqual(left);
  });
});
