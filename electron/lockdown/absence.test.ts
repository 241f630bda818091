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

/** Away from 0 on, looked at every quarter of a second, and back at `until`. */
function away(until: number): [number, boolean][] {
  const looks: [number, boolean][] = [];
  for (let now = 0; now < until; now += 250) looks.push([now, false]);
  return [...looks, [until, true]];
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

  it('a toast of a second is a pop-up, not a switch', () => {
    expect(watch(away(400))).toEqual([{ kind: 'popup', durationMs: 400, detail: { absence: 1, ongoing: false } }]);
    expect(watch(away(1000))).toEqual([
      { kind: 'popup', durationMs: 500, detail: { absence: 1, ongoing: true } },
      { kind: 'popup', durationMs: 1000, detail: { absence: 1, ongoing: false, again: true } },
    ]);
  });

  it('a long absence is told within a second, as a switch once it is one, and with its whole length at the end', () => {
    expect(watch(away(20_250))).toEqual([
      { kind: 'popup', durationMs: 500, detail: { absence: 1, ongoing: true } },
      { kind: 'app_switch', durationMs: 1500, detail: { absence: 1, ongoing: true } },
      { kind: 'app_switch', durationMs: 20_250, detail: { absence: 1, ongoing: false, again: true } },
    ]);
  });

  it('an absence nobody could look at is told when somebody can', () => {
    const looks: [number, boolean][] = [
      [0, false],
      [60_000, true],
      [61_000, false],
      [61_100, true],
    ];
    expect(watch(looks).map(({ kind, durationMs }) => [kind, durationMs])).toEqual([
      ['app_switch', 60_000],
      ['popup', 100],
    ]);
  });
});
