import { describe, expect, it } from 'vitest';
import type { AttemptEvent } from '../../../shared/contract/views.ts';
import { rearVerdict } from './rear-verdict.ts';

const event = (at: number, kind: AttemptEvent['kind'], detail: AttemptEvent['detail'] = {}): AttemptEvent => ({
  ...{ id: `event-${at}`, attemptId: 'attempt', at },
  ...{ kind, detail },
});
const far = (at: number) => event(at, 'rear_view_misplaced', { camera: 'rear', cause: 'rear_too_far' });
const checked = (at: number, warning: string) => event(at, 'device_checked', { failed: '', warning });

describe('what a computer said of the phone’s place', () => {
  it('[CAM-3] is nothing before it was looked at, and its latest fault or that there is none after', () => {
    const paired = event(10, 'phone_paired');
    expect(rearVerdict([])).toBeNull();
    expect(rearVerdict([paired])).toBeNull();
    expect(rearVerdict([paired, checked(20, 'speaker')])).toEqual({ fault: null });
    expect(rearVerdict([paired, checked(20, 'speaker, phone')])).toBeNull();
    expect(rearVerdict([far(22), paired, checked(20, 'phone')])).toEqual({ fault: 'rear_too_far', at: 22 });
  });

  it('[CAM-3] is not of another phone, nor of the other camera', () => {
    const front = event(30, 'poor_light', { camera: 'front', score: 0.7 });
    expect(rearVerdict([event(10, 'phone_paired'), far(22), event(25, 'phone_paired'), front])).toBeNull();
  });
});
