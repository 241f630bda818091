import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { MacStateSchema } from './mac-state.ts';
import { DOCUMENTED_ONLY, MAC_STATE_SCRIPT } from './mac-state-script.ts';

const WINDOW = {
  kCGWindowNumber: 7,
  kCGWindowOwnerPID: 42,
  kCGWindowOwnerName: 'WeChat',
  kCGWindowLayer: 0,
  kCGWindowAlpha: 1,
  kCGWindowSharingState: 1,
  kCGWindowBounds: { X: 1, Y: 2, Width: 300, Height: 200 },
};

/** The part of the bridge of macOS that the script uses, so that its own lines run: what the calls do is not tried here. */
function bridge(lines: number) {
  const bound: string[] = [];
  const written: string[] = [];
  const app = { processIdentifier: 42, localizedName: 'WeChat', bundleURL: { path: '/Applications/WeChat.app' } };
  const $ = Object.assign((text: string) => ({ dataUsingEncoding: () => text }), {
    CGWindowListCopyWindowInfo: () => [WINDOW],
    CGMainDisplayID: () => 1,
    CGDisplayIsInMirrorSet: () => 1,
    CGSIsScreenWatcherPresent: () => true,
    NSRunningApplication: { runningApplicationWithProcessIdentifier: () => app },
    NSWorkspace: { sharedWorkspace: { frontmostApplication: app } },
    NSApplication: { sharedApplication: { currentSystemPresentationOptions: 506 } },
    NSRunLoop: { currentRunLoop: { runUntilDate: () => undefined } },
    NSDate: { dateWithTimeIntervalSinceNow: () => undefined },
    NSFileHandle: {
      fileHandleWithStandardInput: {
        get availableData() {
          lines -= 1;
          return { length: lines >= 0 ? 1 : 0 };
        },
      },
      fileHandleWithStandardOutput: { writeData: (text: string) => written.push(text) },
    },
  });
  const ObjC = {
    import: () => undefined,
    bindFunction: (name: string) => bound.push(name),
    deepUnwrap: (value: unknown) => value,
    unwrap: (value: unknown) => value,
  };
  return { bound, written, globals: { $, ObjC } };
}

describe('the script that macOS runs', () => {
  it('answers each line with one of the state, and ends with its input', () => {
    const { written, globals } = bridge(2);
    runInNewContext(`${MAC_STATE_SCRIPT}; run([])`, globals);
    expect(written).toHaveLength(2);
    expect(written[0]?.endsWith('\n')).toBe(true);
    const state = MacStateSchema.parse(JSON.parse(written[0] ?? ''));
    expect(state).toMatchObject({ front: { pid: 42, name: 'WeChat' }, options: 506, watched: true, mirrored: true });
    expect(state.windows).toEqual([
      {
        ...{ id: 7, pid: 42, owner: 'WeChat', title: '', path: '/Applications/WeChat.app' },
        ...{ layer: 0, alpha: 1, sharing: 1, x: 1, y: 2, width: 300, height: 200 },
      },
    ]);
  });

  it('makes no undocumented call when told not to', () => {
    const { bound, written, globals } = bridge(1);
    runInNewContext(`${MAC_STATE_SCRIPT}; run(['${DOCUMENTED_ONLY}'])`, globals);
    expect(bound).not.toContain('CGSIsScreenWatcherPresent');
    expect(JSON.parse(written[0] ?? '')).toMatchObject({ watched: null });
  });

  it('ends by itself after four hundred answers', () => {
    const { written, globals } = bridge(1000);
    runInNewContext(`${MAC_STATE_SCRIPT}; run([])`, globals);
    expect(written).toHaveLength(400);
  });
});
