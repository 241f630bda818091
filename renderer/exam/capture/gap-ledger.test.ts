import { describe, expect, it } from 'vitest';
import { Fault } from '../../../shared/support/fault.ts';
import { createGapLedger, type Gap } from './gap-ledger.ts';

const gap = (from: number): Gap => ({ camera: 'front', from, durationMs: 1, cause: 'camera_lost' });
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('[CAM-1] the gap ledger', () => {
  it('delivers every gap once and in order, however long the outage', async () => {
    let online = false;
    const sent: number[] = [];
    const ledger = createGapLedger(async ({ from }) => {
      if (!online) throw new Fault('unreachable');
      sent.push(from);
    });
    ledger.report(gap(1));
    await settle();
    ledger.report(gap(2));
    await settle();
    expect(sent).toEqual([]);
    online = true;
    ledger.kick();
    await settle();
    ledger.report(gap(3));
    await settle();
    expect(sent).toEqual([1, 2, 3]);
  });
});
