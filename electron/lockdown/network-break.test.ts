import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../shared/contract/shell.ts';
import type { Lockdown } from './lockdown.ts';
import { createNetworkBreak } from './network-break.ts';
import { networkPanel, startProgram } from './network-panel.ts';

function setUp({ opens = true, locked = true } = {}) {
  const window = new EventEmitter();
  const findings: Finding[] = [];
  const turns: string[] = [];
  let isLocked = locked;
  let elapsed = 0;
  let task: (() => void) | null = null;
  const set = (to: boolean) => async () => {
    isLocked = to;
    turns.push(to ? 'lock' : 'unlock');
    return { steps: [] };
  };
  const lockdown = { lock: set(true), unlock: set(false), isLocked: () => isLocked } as unknown as Lockdown;
  const rest = createNetworkBreak({
    ...{ window: window as never, lockdown },
    openPanel: async () => {
      turns.push('panel');
      return opens;
    },
    clock: { elapsed: () => elapsed },
    schedule: (run) => {
      task = run;
      return () => {
        task = null;
      };
    },
    report: (finding) => findings.push(finding),
    log: { write: () => undefined },
  });
  const pass = (ms: number): void => {
    elapsed += ms;
  };
  return { rest, window, findings, turns, pass, timeUp: () => task?.() };
}

const announced = (durationMs: number) => ({
  kind: 'app_switch',
  durationMs,
  detail: { announced: 'network_settings' },
});
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('[LOCK-3] the way to the network settings of a locked computer', () => {
  it('is open until the candidate comes back to the window, and told with its length', async () => {
    const { rest, window, findings, turns, pass } = setUp();
    expect(await rest.begin()).toEqual({ opened: true });
    window.emit('focus');
    await settled();
    expect(turns).toEqual(['unlock', 'panel']);
    window.emit('blur');
    pass(40_000);
    window.emit('focus');
    await settled();
    expect(turns).toEqual(['unlock', 'panel', 'lock']);
    expect(findings).toEqual([announced(40_000)]);
  });

  it('closes by itself after two minutes', async () => {
    const { rest, findings, turns, pass, timeUp } = setUp();
    await rest.begin();
    pass(120_000);
    timeUp();
    await settled();
    expect(turns).toEqual(['unlock', 'panel', 'lock']);
    expect(findings).toEqual([announced(120_000)]);
  });

  it('locks again at once, and says so, where the system has no such settings', async () => {
    const { rest, findings, turns } = setUp({ opens: false });
    expect(await rest.begin()).toEqual({ opened: false });
    expect(turns).toEqual(['unlock', 'panel', 'lock']);
    expect(findings).toEqual([]);
  });

  it('locks nothing that was not locked, or was let go meanwhile', async () => {
    const free = setUp({ locked: false });
    await free.rest.begin();
    free.timeUp();
    await settled();
    expect(free.turns).toEqual(['panel']);
    const released = setUp();
    await released.rest.begin();
    released.rest.forget();
    released.window.emit('blur');
    released.window.emit('focus');
    await settled();
    expect(released.turns).toEqual(['unlock', 'panel']);
  });

  it('names what each system has, and knows when it could not be started', async () => {
    expect(networkPanel('win32', '10.0.19045', 'C:\\Windows').args).toEqual(['ms-availablenetworks:']);
    expect(networkPanel('win32', '6.1.7601', 'C:\\Windows').command).toBe('C:\\Windows\\System32\\control.exe');
    expect(networkPanel('darwin', '17.7.0', '').command).toBe('/usr/bin/open');
    expect(await startProgram({ command: '/nowhere/at-all', args: [] })).toBe(false);
    expect(await startProgram({ command: process.execPath, args: ['--version'] })).toBe(true);
  });
});
