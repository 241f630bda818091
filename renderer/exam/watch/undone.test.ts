import { describe, expect, it } from 'vitest';
import { rulesWith } from '../../../shared/domain/violations/rules.ts';
import { undoneNow } from './undone.ts';
import { PACES } from './watch-pace.ts';

const ALL = { eyes: true, camera: true, microphone: true, phone: true, things: true, reference: true };

describe('what is not looked for', () => {
  it('[VIO-3] is nothing at the full pace, and speech at the last, which still hears how loud it is', () => {
    const at = (pace: number) => undoneNow(rulesWith({}), { ...ALL, pace });
    expect(at(0)).toEqual([]);
    expect(at(PACES.length - 2)).not.toContain('speech');
    const least = at(PACES.length - 1);
    expect(least).toContain('speech');
    expect(least).not.toContain('noise');
    expect(least).not.toContain('microphone_silent');
  });

  it('[VIO-3] is not told of what the examination does not ask for', () => {
    expect(undoneNow(rulesWith({ speech: 'off' }), { ...ALL, pace: PACES.length - 1 })).not.toContain('speech');
  });
});
