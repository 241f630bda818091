import { describe, expect, it } from 'vitest';
import { createKeyAccount, type RawKey } from './key-account.ts';
import { EXAM_KEYS } from './key-decision.ts';
import { VK } from './virtual-key.ts';

const D = 'D'.charCodeAt(0);
const event = (virtualKey: number, down: boolean, at: number): RawKey => ({
  ...{
    virtualKey,
    down,
    at,
    injected: false,
    onScreenKeyboard: false,
    alt: false,
    rightAlt: false,
    control: false,
    shift: false,
  },
});

/** Which of the events, `+` press and `-` release, are swallowed. */
function swallowed(events: [number, '+' | '-', number][]): boolean[] {
  const account = createKeyAccount(EXAM_KEYS);
  return events.map(([key, sign, at]) => account.next(event(key, sign === '+', at)).swallow);
}

describe('a keyboard under the hook', () => {
  it('Win+D writes no d into the answer, and the keys after it write again', () => {
    expect(
      swallowed([
        [VK.LEFT_WIN, '+', 0],
        [D, '+', 50],
        [D, '-', 90],
        [VK.LEFT_WIN, '-', 120],
        [D, '+', 200],
        [D, '-', 240],
      ]),
    ).toEqual([true, true, true, true, false, false]);
  });

  it('a Windows key whose release was lost holds nothing back for longer than a second', () => {
    expect(
      swallowed([
        [VK.LEFT_WIN, '+', 0],
        [D, '+', 1000],
      ]),
    ).toEqual([true, false]);
  });

  it('a key held since before the hook is let go', () => {
    expect(swallowed([[VK.LEFT_WIN, '-', 0]])).toEqual([false]);
  });

  it('a release follows its press also when the modifier was let go between them', () => {
    const account = createKeyAccount(EXAM_KEYS);
    expect(account.next({ ...event(VK.TAB, true, 0), alt: true }).swallow).toBe(true);
    expect(account.next(event(VK.TAB, false, 40)).swallow).toBe(true);
  });

  it('a print-screen key that tells its release only is noticed', () => {
    const account = createKeyAccount(EXAM_KEYS);
    expect(account.next(event(VK.PRINT_SCREEN, false, 0))).toMatchObject({ swallow: true, reportedAs: 'screenshot' });
  });
});
