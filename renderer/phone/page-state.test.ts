import { describe, expect, it } from 'vitest';
import { FIRST_STATE, mayClose, type PageState, screenOf, watchStatus } from './page-state.ts';

const paired: PageState = { ...FIRST_STATE, paired: { candidateName: '王晓宁', examTitle: '样题' } };

describe('page state', () => {
  it('asks for the camera after pairing, watches while it is on, and shows the end above all', () => {
    expect(screenOf(FIRST_STATE)).toBe('pairing');
    expect(screenOf(paired)).toBe('ready');
    expect(screenOf({ ...paired, camera: 'interrupted' })).toBe('watching');
    expect(screenOf({ ...paired, problem: 'camera_refused' })).toBe('problem');
    expect(screenOf({ ...paired, problem: 'camera_refused', ended: 'handed_in' })).toBe('ended');
  });

  it('[CAM-2] says live only when pictures move and the centre answers', () => {
    expect(watchStatus({ ...paired, camera: 'live', online: true })).toBe('live');
    expect(watchStatus({ ...paired, camera: 'live', online: false })).toBe('reconnecting');
    expect(watchStatus({ ...paired, camera: 'interrupted', online: true })).toBe('camera_interrupted');
    expect(watchStatus({ ...paired, camera: 'opening', online: true })).toBe('opening');
  });

  it('[EVI-1] may be closed when nothing waits in memory, or nothing was recorded', () => {
    expect(mayClose({ ...paired, recording: { pending: 1, uploaded: 9, lostMs: 0 } })).toBe(false);
    expect(mayClose({ ...paired, recording: { pending: 0, uploaded: 9, lostMs: 0 } })).toBe(true);
    expect(mayClose(paired)).toBe(true);
  });
});
