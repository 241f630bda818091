import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLogFile } from './log-file.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'yunkao-log-'));
const clock = { now: () => Date.UTC(2020, 10, 7, 1, 0, 0) };

describe('log file', () => {
  it('keeps level, time and every line of the text', () => {
    const path = join(folder(), 'logs', 'shell.log');
    openLogFile(path, clock).write('error', 'first\nsecond');
    expect(readFileSync(path, 'utf8')).toBe('2020-11-07T01:00:00.000Z error first\n    second\n');
  });

  it('holds no identity number and no token', () => {
    const path = join(folder(), 'shell.log');
    openLogFile(path, clock).write('info', 'id 11010519491231002X sent with Bearer abc.def-123 and 20201107 stays');
    const text = readFileSync(path, 'utf8');
    expect(text).not.toMatch(/11010519|abc\.def/);
    expect(text).toContain('20201107 stays');
  });

  it('rotates by size, across restarts, and keeps three old files', () => {
    const where = folder();
    const path = join(where, 'shell.log');
    for (let start = 0; start < 10; start += 1) {
      const log = openLogFile(path, clock, 400);
      for (let line = 0; line < 6; line += 1) log.write('info', `start ${start} line ${line} ${'x'.repeat(60)}`);
    }
    expect(readdirSync(where).sort()).toEqual(['shell.log', 'shell.log.1', 'shell.log.2', 'shell.log.3']);
    for (const name of readdirSync(where)) expect(statSync(join(where, name)).size).toBeLessThanOrEqual(400);
    expect(readFileSync(path, 'utf8')).toContain('start 9 line 5');
  });
});
