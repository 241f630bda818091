import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '../project.ts';
import { laterThanIos11 } from './ios-11.ts';
import { bundleTargets } from './targets.ts';

async function scriptOf(output: string): Promise<string> {
  const target = bundleTargets.find((each) => each.output === output);
  if (!target) return expect.fail(`there is no ${output}`);
  const entryPoints = [projectPath(target.entry)];
  const { outputFiles } = await build({ ...target.options, entryPoints, outdir: '/', bundle: true, write: false });
  return outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? '';
}

let script = '';
let results = '';
beforeAll(async () => {
  script = await scriptOf('dist/phone/phone.js');
  results = await scriptOf('dist/results/results.js');
}, 60_000);

/** Later interfaces that the page asks for before it uses them, or reaches only where a guard has passed. */
const GUARDED = {
  AbortController: 'upload of recordings: only where MediaRecorder is (iOS 14.5)',
  ...{
    BigInt: 'socket.io, for WebTransport only',
    TransformStream: 'the same',
    WebTransport: 'asked for by socket.io',
  },
  MediaRecorder: 'asked for (segment-recorder.ts)',
  arrayBuffer: 'upload of recordings: only where MediaRecorder is',
  getBattery: 'asked for (battery.ts)',
  globalThis: 'given by the first line of the script',
  isSecureContext: 'the protocol decides where it is missing (browser-check.ts)',
  queueMicrotask: 'asked for by simple-peer',
  requestVideoFrameCallback: 'asked for (frame-counter.ts)',
  setCodecPreferences: 'asked for (codec-preference.ts)',
  wakeLock: 'asked for (wake-lock.ts)',
};

describe('the script of the phone page', () => {
  it('(annex 4 section 3.2) has no syntax that Safari of iOS 11 cannot read', () => {
    expect(script.length).toBeGreaterThan(50_000);
    expect(laterThanIos11(script).syntax).toEqual([]);
  });

  it('(annex 4 section 3.2) uses no interface that Safari of iOS 11 lacks without asking for it first', () => {
    expect(laterThanIos11(script).names).toEqual(Object.keys(GUARDED).sort());
  });

  it('is below 150 kB, for a phone on 4G', () => expect(script.length).toBeLessThan(150_000));
});

describe('the script of the results page', () => {
  it('has neither syntax nor interface that Safari of iOS 11 lacks, and is below 25 kB', () => {
    expect(results.length).toBeGreaterThan(5_000);
    expect(results.length).toBeLessThan(25_000);
    const { syntax, names } = laterThanIos11(results);
    expect(syntax).toEqual([]);
    // Given by the first line of the script.
    expect(names).toEqual(['globalThis']);
  });
});

describe('the scan', () => {
  it.each([
    ['a?.b', 'optional chaining'],
    ['a ?? b', 'nullish coalescing'],
    ['a ||= b', 'logical assignment'],
    ['f({ ...a })', 'object rest or spread'],
    ['const { a, ...b } = c', 'object rest or spread'],
    ['try { a() } catch { b() }', 'catch without a variable'],
    ['class A { b = 1 }', 'class field'],
    ['class A { #b() {} }', 'private name'],
    ['a = 1n', 'BigInt'],
    ['a = 1_000', 'numeric separator'],
    ['async function a() { for await (const b of c) d() }', 'for await'],
    ['async function* a() {}', 'async generator'],
    ['import("a")', 'dynamic import'],
    ['a = /(?<=b)c/', 'new regular expression'],
    ['a = /b/gs', 'new regular expression'],
  ])('finds %s', (code, what) => {
    const { syntax } = laterThanIos11(code);
    expect(syntax.map((found) => found.split(':')[0])).toEqual([what]);
  });

  it('takes what iOS 11 reads', () => {
    const code =
      'const [a, ...b] = [...c]; async function d(e = 1, ...f) { await (e ** 2) } class G extends H { get i() {} }';
    expect(laterThanIos11(code)).toEqual({ syntax: [], names: [] });
  });

  it.each([
    'a.flatMap(b)',
    'Object.fromEntries(a)',
    'new ResizeObserver(a)',
    'a.finally(b)',
    'queueMicrotask(a)',
    'a.at(-1)',
    'const { getBattery: b } = c',
  ])('finds the later interface of %s', (code) => expect(laterThanIos11(code).names).toHaveLength(1));

  it('is not misled by a name of our own', () => {
    expect(
      laterThanIos11('const a = { at: 1, text() {} }; d.at(e); function b({ text: c }) { return c }').names,
    ).toEqual([]);
  });
});
