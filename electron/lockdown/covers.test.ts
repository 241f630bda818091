import { describe, expect, it } from 'vitest';
import type { Finding } from '../../shared/contract/shell.ts';
import { type Covers, observeCovers } from './covers.ts';
import type { ForeignWindow } from './foreign-window.ts';

const toast: ForeignWindow = {
  ...{ id: 7, owner: 'wechat', windowClass: 'WeChat', title: '新消息' },
  ...{ x: 1000, y: 600, width: 300, height: 120 },
};
const SAID = { owner: 'wechat', windowClass: 'WeChat', title: '新消息', x: 1000, y: 600, width: 300, height: 120 };

function watch(looks: [now: number, seen: ForeignWindow[], focused?: number][]): Finding[] {
  let covers: Covers = new Map();
  return looks.flatMap(([now, seen, focused]) => {
    const outcome = observeCovers(covers, seen, focused ?? null, now);
    covers = outcome.covers;
    return outcome.findings;
  });
}

describe('[LOCK-2] windows over the exam window', () => {
  it('a toast of a second is a pop-up with its owner’s name, its title, place and length', () => {
    expect(
      watch([
        [0, []],
        [250, [toast]],
        [1000, [toast]],
        [1250, []],
      ]),
    ).toEqual([
      { kind: 'popup', durationMs: 750, detail: { ...SAID, covers: true, ongoing: true } },
      { kind: 'popup', durationMs: 1000, detail: { ...SAID, covers: true, ongoing: false, again: true } },
    ]);
  });

  it('what stays is told again after ten seconds, and not every time somebody looks', () => {
    const looks: [number, ForeignWindow[]][] = [];
    for (let now = 0; now <= 60_000; now += 250) looks.push([now, [toast]]);
    expect(watch(looks).map(({ durationMs }) => durationMs)).toEqual([500, 10_000]);
  });

  it('a window that also took the keyboard is an absence, told there', () => {
    expect(
      watch([
        [0, [toast]],
        [500, [toast], 7],
        [5000, [toast]],
        [6000, []],
      ]),
    ).toEqual([]);
  });

  it('a title of any length is told in part', () => {
    const [finding] = watch([
      [0, [{ ...toast, title: 'x'.repeat(5000) }]],
      [100, []],
    ]);
    expect(String(finding?.detail.title)).toHaveLength(200);
  });
});
