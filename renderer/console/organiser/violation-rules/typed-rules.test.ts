import { describe, expect, it } from 'vitest';
import type { RuleChanges } from '../../../../shared/domain/violations/rules.ts';
import { asTyped, faultsOf, readTyped, usualRule } from './typed-rules.ts';

const typed = (over: object) => ({ ...usualRule('no_face'), ...over });

describe('[VIO-3] rules as an organiser types them', () => {
  it('come back as they were, and say only what differs from the usual', () => {
    const changes: RuleChanges = {
      no_face: { onsetMs: 20_000, severity: 'low' },
      noise: 'off',
      speech: { holdMs: 1_250 },
    };
    expect(readTyped(asTyped(changes))).toEqual(changes);
    expect(readTyped(asTyped({}))).toEqual({});
  });

  it('are seconds, in digits of any width, up to four hours', () => {
    expect(readTyped([typed({ onsetMs: ' １２．５ ' })])).toEqual({ no_face: { onsetMs: 12_500 } });
    for (const wrong of ['', '-1', '1e3', 'ten', '14401', '99999'])
      expect(faultsOf(typed({ holdMs: wrong, mergeMs: '3' }))).toEqual(['holdMs']);
    expect(faultsOf(typed({ cooldownMs: '14400' }))).toEqual([]);
    expect(faultsOf(typed({ holdMs: 'ten', on: false }))).toEqual([]);
  });
});
