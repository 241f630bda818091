import { expect, it } from 'vitest';
import { type JudgedFinding, judgeFindings, type ScanFinding } from './findings.ts';

const finding: ScanFinding = { check: 'SANDBOX', severity: 'HIGH', file: 'main.js', sample: 'new BrowserWindow(x)' };
const judged: JudgedFinding = { check: 'SANDBOX', file: 'main.js', sample: 'new BrowserWindow(x)', reason: 'it is on' };

it('leaves nothing where each finding was judged, however often it is there', () => {
  expect(judgeFindings([finding, finding], [judged])).toEqual({ unjudged: [], outdated: [] });
});

it.each([
  ['of another check', { check: 'NODE_INTEGRATION' }],
  ['in another file', { file: 'preload.js' }],
  ['at other code', { sample: 'new BrowserWindow(y)' }],
])('names a finding %s, and the judgement that is about nothing any more', (_, change) => {
  const other = { ...finding, ...change };
  expect(judgeFindings([other], [judged])).toEqual({ unjudged: [other], outdated: [judged] });
});
