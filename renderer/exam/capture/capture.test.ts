import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { until } from '../observable.ts';
import { createCapture } from './capture.ts';

class FakeTrack extends EventTarget {
  readyState = 'live';
  constructor(
    readonly kind: 'video' | 'audio',
    readonly label: string = kind,
  ) {
    super();
  }
  stop(): void {
    this.readyState = 'ended';
  }
}
class FakeStream {
  constructor(private tracks: FakeTrack[]) {}
  getTracks = () => this.tracks;
  getVideoTracks = () => this.tracks.filter(({ kind }) => kind === 'video');
}

beforeEach(() => void vi.stubGlobal('MediaStream', FakeStream));
afterEach(() => void vi.unstubAllGlobals());

type Wanted = { video?: unknown; audio?: unknown };

/** A computer whose devices can be unplugged: `refuse` names why one cannot be had. */
function setUp(refuse: { video?: string; audio?: string }) {
  const target = new EventTarget();
  const asked: Wanted[] = [];
  const due: (() => void)[] = [];
  const devices = Object.assign(target, {
    async getUserMedia(wanted: Wanted) {
      asked.push(wanted);
      const name = (wanted.video ? refuse.video : undefined) ?? (wanted.audio ? refuse.audio : undefined);
      if (name) throw new DOMException('no', name);
      const kinds = (['video', 'audio'] as const).filter((kind) => wanted[kind]);
      return new FakeStream(kinds.map((kind) => new FakeTrack(kind)));
    },
  });
  const capture = createCapture({
    devices: devices as never,
    schedule: (task) => {
      due.push(task);
      return () => undefined;
    },
    log: () => undefined,
  });
  return { capture, asked, refuse, target, due };
}

describe('the one capture', () => {
  it('asks nothing of anybody before it is started', () => {
    const { capture, asked } = setUp({});
    expect(asked).toEqual([]);
    expect(capture.state).toMatchObject({ camera: 'off', microphone: 'off', stream: null });
  });

  it('asks once for both', async () => {
    const { capture, asked } = setUp({});
    await capture.start();
    expect(asked).toHaveLength(1);
    expect(capture.state).toMatchObject({ camera: 'live', microphone: 'live' });
  });

  it.each([
    ['NotAllowedError', 'refused'],
    ['NotFoundError', 'missing'],
    ['NotReadableError', 'busy'],
  ] as const)('tells %s apart and keeps the microphone', async (name, state) => {
    const { capture } = setUp({ video: name });
    await capture.start();
    expect(capture.state).toMatchObject({ camera: state, microphone: 'live' });
    expect(capture.state.stream).not.toBeNull();
  });

  it('takes a lost camera back as soon as it is plugged in again', async () => {
    const { capture, refuse, target } = setUp({});
    await capture.start();
    const before = capture.state.stream;
    refuse.video = 'NotFoundError';
    before?.getTracks()[0]?.dispatchEvent(new Event('ended'));
    expect(capture.state.camera).toBe('lost');
    await until(capture, ({ camera }) => camera === 'missing');
    delete refuse.video;
    target.dispatchEvent(new Event('devicechange'));
    const back = await until(capture, ({ camera }) => camera === 'live');
    expect(back.stream).not.toBe(before);
  });

  it('keeps trying by itself after a loss, and never when the person has refused', async () => {
    const lost = setUp({});
    await lost.capture.start();
    lost.refuse.video = 'NotReadableError';
    lost.capture.state.stream?.getTracks()[0]?.dispatchEvent(new Event('ended'));
    await until(lost.capture, ({ camera }) => camera === 'busy');
    await new Promise((resolve) => setImmediate(resolve));
    expect(lost.due).toHaveLength(1);
    const refused = setUp({ video: 'NotAllowedError', audio: 'NotAllowedError' });
    await refused.capture.start();
    expect(refused.due).toHaveLength(0);
  });

  it('lets go of everything when it is stopped', async () => {
    const { capture } = setUp({});
    await capture.start();
    const tracks = capture.state.stream?.getTracks() ?? [];
    capture.stop();
    expect(tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
    expect(capture.state).toMatchObject({ camera: 'off', stream: null });
  });
});
