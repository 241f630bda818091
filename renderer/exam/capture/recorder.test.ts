import { describe, expect, it } from 'vitest';
import type { SegmentMeta } from '../../../shared/contract/shell.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { createObservable } from '../observable.ts';
import type { CaptureState } from './capture.ts';
import type { Gap } from './gap-ledger.ts';
import type { Recording } from './media-recording.ts';
import { createRecorder, OVERLAP_MS, SEGMENT_MS } from './recorder.ts';

/** Time that passes when it is told to, and runs what falls due in order. */
function handTime() {
  let now = 0;
  const tasks = new Set<{ at: number; task: () => void }>();
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    now: () => now,
    schedule(task: () => void, ms: number) {
      const entry = { at: now + ms, task };
      tasks.add(entry);
      return () => void tasks.delete(entry);
    },
    async pass(ms: number) {
      const end = now + ms;
      for (;;) {
        await settle();
        const due = [...tasks].filter(({ at }) => at <= end).sort((left, right) => left.at - right.at)[0];
        if (!due) break;
        tasks.delete(due);
        now = due.at;
        due.task();
      }
      now = end;
      await settle();
    },
  };
}

const withTracks = (video: number) => ({ getVideoTracks: () => Array(video).fill({}) }) as unknown as MediaStream;
const live = (stream = withTracks(1)): CaptureState => ({ camera: 'live', microphone: 'live', stream, asking: false });

/** The smallest file with something in it: a cluster of WebM begins. */
const RECORDED = new Uint8Array([0x1f, 0x43, 0xb6, 0x75]);

function setUp(put: (meta: SegmentMeta) => Promise<unknown> = async () => undefined, file = () => RECORDED) {
  const time = handTime();
  const capture = createObservable(live());
  const kept: SegmentMeta[] = [];
  const gaps: Gap[] = [];
  const running: { from: number; to: number | null; breakOff(): void }[] = [];
  const open = (): Recording => {
    let breakOff = (_: unknown): void => undefined;
    const broken = new Promise<unknown>((resolve) => {
      breakOff = resolve;
    });
    const entry = { from: time.now(), to: null as number | null, breakOff: () => breakOff(new Error('encoder')) };
    running.push(entry);
    return {
      mime: 'video/webm',
      started: Promise.resolve(),
      broken,
      stop: async () => {
        entry.to = time.now();
        return new Blob([file()]);
      },
    };
  };
  const recorder = createRecorder({
    attemptId: 'attempt',
    capture,
    open,
    put: async (meta) => {
      await put(meta);
      kept.push(meta);
    },
    report: (gap) => gaps.push(gap),
    now: time.now,
    schedule: time.schedule,
    log: () => undefined,
  });
  return { time, capture, kept, gaps, running, recorder };
}

describe('[CAM-1] the recorder', () => {
  it('starts the next file before the old one ends, so that no moment is in neither', async () => {
    const { time, running, recorder, kept, gaps } = setUp();
    recorder.start();
    await time.pass(3 * SEGMENT_MS + 1_000);
    await recorder.stop();
    expect(running.map(({ from }) => from)).toEqual([0, 10_000, 20_000, 30_000]);
    expect(running.map(({ to }) => to)).toEqual([10_300, 20_300, 30_300, 31_000]);
    expect(kept.map(({ startedAt, durationMs }) => [startedAt, durationMs])).toEqual([
      [0, SEGMENT_MS + OVERLAP_MS],
      [10_000, SEGMENT_MS + OVERLAP_MS],
      [20_000, SEGMENT_MS + OVERLAP_MS],
      [30_000, 1_000],
    ]);
    expect(gaps).toEqual([]);
  });

  it('keeps what still overlapped when it is stopped', async () => {
    const { time, recorder, kept } = setUp();
    recorder.start();
    await time.pass(SEGMENT_MS + 100);
    await recorder.stop();
    expect(kept.map(({ startedAt }) => startedAt).sort()).toEqual([0, 10_000]);
  });

  it('accounts for the time without a camera, and goes on with the new one', async () => {
    const { time, capture, recorder, gaps, kept } = setUp();
    recorder.start();
    await time.pass(4_000);
    capture.patch({ camera: 'lost' });
    await time.pass(2_500);
    expect(recorder.state.problem).toBe('camera');
    capture.set(live());
    await time.pass(1_000);
    expect(gaps).toEqual([{ camera: 'front', from: 4_000, durationMs: 2_500, cause: 'camera_lost' }]);
    expect(recorder.state.problem).toBeNull();
    await recorder.stop();
    expect(kept.map(({ startedAt, durationMs }) => [startedAt, durationMs])).toEqual([
      [0, 4_000],
      [6_500, 1_000],
    ]);
  });

  it('records the sound while the camera is away, and still calls it a hole', async () => {
    const { time, capture, recorder, running, gaps } = setUp();
    recorder.start();
    await time.pass(1_000);
    capture.set({ ...live(withTracks(0)), camera: 'missing' });
    await time.pass(1_000);
    expect(running).toHaveLength(2);
    expect(gaps).toEqual([]);
    await recorder.stop();
    expect(gaps).toEqual([{ camera: 'front', from: 1_000, durationMs: 1_000, cause: 'camera_missing' }]);
  });

  it('tells a hole that lasts while it lasts, so that a power cut loses at most a minute of it', async () => {
    const { time, capture, recorder, gaps } = setUp();
    recorder.start();
    capture.set({ ...live(withTracks(0)), camera: 'missing' });
    await time.pass(150_000);
    const cause = 'camera_missing';
    expect(gaps).toEqual([
      { camera: 'front', from: 0, durationMs: 60_000, cause },
      { camera: 'front', from: 60_000, durationMs: 60_000, cause },
    ]);
    capture.set(live());
    await time.pass(1_000);
    expect(gaps[2]).toEqual({ camera: 'front', from: 120_000, durationMs: 30_000, cause });
    await time.pass(120_000);
    expect(gaps).toHaveLength(3);
    await recorder.stop();
  });

  it('keeps what it has when the encoder breaks, and starts anew', async () => {
    const { time, recorder, running, kept, gaps } = setUp();
    recorder.start();
    await time.pass(3_000);
    running[0]?.breakOff();
    await time.pass(5_000);
    expect(kept).toHaveLength(1);
    expect(running).toHaveLength(2);
    expect(gaps).toEqual([{ camera: 'front', from: 3_000, durationMs: 1_000, cause: 'recorder_failed' }]);
    await recorder.stop();
  });

  it('reports a segment the full disk refused, tells it, and clears the warning when there is room again', async () => {
    let full = true;
    const { time, recorder, gaps } = setUp(async () => {
      if (full) throw new Fault('storage_full');
    });
    recorder.start();
    await time.pass(SEGMENT_MS + 1_000);
    expect(gaps).toEqual([{ camera: 'front', from: 0, durationMs: 10_300, cause: 'storage_full' }]);
    expect(recorder.state.problem).toBe('storage_full');
    full = false;
    await time.pass(SEGMENT_MS);
    expect(recorder.state.problem).toBeNull();
    await recorder.stop();
  });

  it('accounts for a file in which nothing came as a gap, and keeps no file that no player opens', async () => {
    let file = RECORDED;
    const { time, recorder, gaps, kept } = setUp(undefined, () => file);
    recorder.start();
    await time.pass(SEGMENT_MS + OVERLAP_MS + 100);
    file = new Uint8Array([0x1a, 0x45, 0xdf, 0xa3]);
    await recorder.stop();
    expect(kept.map(({ startedAt }) => startedAt)).toEqual([0]);
    expect(gaps).toEqual([{ camera: 'front', from: 10_000, durationMs: 400, cause: 'nothing_recorded' }]);
    expect(recorder.state.problem).toBeNull();
  });
});
