import { describe, expect, it } from 'vitest';
import { type HeardPhone, PHONE_FROZEN_MS, PHONE_SILENCE_MS, phoneBatteryLow, phoneLoss } from './phone-watch.ts';

const well: HeardPhone = {
  ...{ connected: true, heardAt: 10_000, framesAt: 10_000, trouble: null },
  ...{ battery: 0.8, charging: false },
};

describe('[CAM-2] a phone is the second view', () => {
  it('while it is connected, heard, and its pictures advance', () => {
    expect(phoneLoss(well, 10_000 + PHONE_SILENCE_MS - 1)).toBeNull();
  });

  it('and within 3 s not any more when it falls silent, or says that it is there while its pictures stand still', () => {
    expect(phoneLoss(well, 10_000 + PHONE_SILENCE_MS)).toBe('silent');
    const stuck = { ...well, heardAt: 10_000 + PHONE_FROZEN_MS };
    expect(phoneLoss(stuck, 10_000 + PHONE_FROZEN_MS)).toBe('frozen');
    expect(Math.max(PHONE_SILENCE_MS, PHONE_FROZEN_MS)).toBeLessThan(3_000);
  });

  it('and not at once when it says so itself, which also explains the silence that follows', () => {
    for (const trouble of ['hidden', 'closed', 'camera_taken'] as const) {
      expect(phoneLoss({ ...well, trouble }, 10_000)).toBe(trouble);
      expect(phoneLoss({ ...well, trouble }, 30_000)).toBe(trouble);
      expect(phoneLoss({ ...well, trouble, connected: false }, 10_000)).toBe(trouble);
    }
    expect(phoneLoss({ ...well, connected: false }, 10_000)).toBe('disconnected');
  });

  it('tells an empty battery from a line that broke, unless it was charging or nobody knows', () => {
    const gone = { ...well, connected: false, battery: 0.04 };
    expect(phoneLoss(gone, 10_000)).toBe('battery_empty');
    expect(phoneLoss({ ...gone, connected: true }, 20_000)).toBe('battery_empty');
    expect(phoneLoss({ ...gone, charging: true }, 10_000)).toBe('disconnected');
    expect(phoneLoss({ ...gone, battery: null, charging: null }, 10_000)).toBe('disconnected');
  });

  it('and asks for its charger before that', () => {
    expect(phoneBatteryLow({ ...well, battery: 0.15 })).toBe(true);
    expect(phoneBatteryLow({ ...well, battery: 0.16 })).toBe(false);
    expect(phoneBatteryLow({ ...well, battery: 0.1, charging: true })).toBe(false);
    expect(phoneBatteryLow({ ...well, battery: null, charging: null })).toBe(false);
  });
});
