import { describe, expect, it } from 'vitest';
import type { Finding } from '../../shared/contract/shell.ts';
import { observeFocus, PRESENT } from './absence.ts';

/** Looks at the focus at each [time, focused] and returns what was reported. */
function watch(looks: [number, boolean][]): Finding[] {
  let presence = PRESENT;
  return looks.flatMap(([now, focused]) => {
    const seen = observeFocus(presence, focused, now);
    presence = seen.presence;
    return seen.finding ?? [];
  });
}

describe('[LOCK-2] focus watch', () => {
  it('reports nothing while the focus stays', () => {
    expect(
      watch([
        [0, true],
        [500, true],
        [99_000, true],
      ]),
    ).toEqual([]);
  });

  it('tells a pop-up from a switch by how long it lasted', () => {
    expect(
      watch([
        [0, false],
        [999, true],
        [5000, false],
        [6000, true],
      ]),
    ).toEqual([
      { kind: 'popup', durationMs: 999, detail: { absence: 1, ongoing: false } },
      { kind: 'app_switch', durationMs: 1000, detail: { absence: 2, ongoing: false } },
    ]);
  });

  it('reports a long absence at five seconds once, and its whole length at the end', () => {
    const looks: [number, boolean][] = [];
    for (let now = 0; now <= 20_000; now += 500) looks.push([now, false]);
    expect(watch([...looks, [20_250, true]])).toEqual([
      { kind: 'app_switch', durationMs: 5000, detail: { absence: 1, ongoing: true } },
      { kind: 'app_switch', durationMs: 20_250, detail: { absence: 1, ongoing: false } },
    ]);
  });
});
