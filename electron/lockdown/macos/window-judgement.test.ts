import { describe, expect, it } from 'vitest';
import type { MacState, MacWindow } from './mac-state.ts';
import { coveringWindows, focusedWindow, isOnScreen, isOverviewShown, sharingOf } from './window-judgement.ts';

const EXAM = 10;
const OWN_PID = 100;
const window = (id: number, more: Partial<MacWindow>): MacWindow => ({
  ...{ id, pid: 200, owner: 'WeChat', title: '', path: '/Applications/WeChat.app', layer: 0, alpha: 1, sharing: 1 },
  ...{ x: 0, y: 0, width: 400, height: 300 },
  ...more,
});
const exam = window(EXAM, {
  pid: OWN_PID,
  owner: 'Yunkao',
  path: '',
  layer: 1000,
  sharing: 0,
  width: 1440,
  height: 900,
});
const state = (windows: MacWindow[], front: MacState['front'] = null): MacState => ({
  ...{ windows, front, options: null, watched: null, mirrored: null },
});
const owners = (windows: MacWindow[]) =>
  coveringWindows(state(windows), EXAM, OWN_PID).map(({ owner, windowClass }) => `${owner}, ${windowClass}`);

describe('[LOCK-2] windows of macOS over the exam', () => {
  it('those of others before it, and none behind it', () => {
    expect(owners([window(1, { layer: 1001 }), exam, window(2, { owner: 'QQ' })])).toEqual(['WeChat, layer 1001']);
  });

  it('not its own, not the pointer, not one that is clear, not one beside it', () => {
    expect(
      owners([
        window(1, { pid: OWN_PID }),
        window(2, { owner: 'Window Server', layer: 2_147_483_630 }),
        window(3, { alpha: 0 }),
        window(4, { x: 1430 }),
        exam,
      ]),
    ).toEqual([]);
  });

  it('an input method is never one, wherever it is installed', () => {
    const paths = [
      '/Library/Input Methods/SogouInput.app',
      '/Users/li/Library/Input Methods/Squirrel.app',
      '/System/Library/Input Methods/SCIM.app',
      '/System/Library/CoreServices/TextInputMenuAgent.app',
    ];
    expect(owners([...paths.map((path, index) => window(index, { path })), exam])).toEqual([]);
  });
});

describe('[LOCK-2] who has the keyboard on macOS', () => {
  it('the frontmost window of the program in front', () => {
    const windows = [exam, window(3, { title: 'chat' }), window(4, {})];
    expect(focusedWindow(state(windows, { pid: 200, name: 'WeChat' }), OWN_PID)).toMatchObject({
      id: 3,
      title: 'chat',
    });
  });

  it('nobody else while the exam has it, or an input method', () => {
    expect(focusedWindow(state([exam], { pid: OWN_PID, name: 'Yunkao' }), OWN_PID)).toBeNull();
    const writing = window(5, { path: '/Library/Input Methods/SogouInput.app' });
    expect(focusedWindow(state([exam, writing], { pid: 200, name: 'Sogou' }), OWN_PID)).toBeNull();
  });

  it('a program without a window is named, too', () => {
    expect(focusedWindow(state([exam], { pid: 300, name: 'Finder' }), OWN_PID)).toMatchObject({ owner: 'Finder' });
  });
});

describe('what the window server says of the exam window', () => {
  it('it is on another space when it is not listed', () => {
    expect(isOnScreen(state([window(1, {})]), EXAM)).toBe(false);
    expect(isOnScreen(state([exam]), EXAM)).toBe(true);
  });

  it('whether it is left out of captures; nothing while it is not there', () => {
    expect(sharingOf(state([exam]), EXAM)).toBe(0);
    expect(sharingOf(state([]), EXAM)).toBeNull();
  });
});

describe('Mission Control', () => {
  const dock = (...layers: number[]) =>
    state([...layers.map((layer, index) => window(index, { owner: 'Dock', layer })), exam]);

  it('is shown when the Dock has windows at its level and below', () => {
    expect(isOverviewShown(dock(20, 18))).toBe(true);
    expect(isOverviewShown(dock(20, 18, 18))).toBe(true);
    expect(isOverviewShown(state([window(1, { owner: 'Mission Control' }), exam]))).toBe(true);
  });

  it('is not shown by the Dock itself, nor by its desktop pictures', () => {
    expect(isOverviewShown(dock())).toBe(false);
    expect(isOverviewShown(dock(20))).toBe(false);
    expect(isOverviewShown(dock(20, -2_147_483_624))).toBe(false);
  });
});
