import { expect, it } from 'vitest';
import { staffSocket } from '../../../shared/contract/socket.ts';
import { PRESET_WARNINGS, presetText, warningKey, warningOfKey } from './preset-warnings.ts';

it('every preset warning can be sent in each language and in both', () => {
  const body = staffSocket.requests['message.send'].body;
  for (const preset of PRESET_WARNINGS) {
    for (const language of ['zh-CN', 'en', 'both'] as const) {
      expect(body.safeParse({ attemptId: null, text: presetText(preset, language) }).success).toBe(true);
    }
  }
});

it('each of the first ten has a digit of its own, and no other key is one', () => {
  for (const [index] of PRESET_WARNINGS.entries()) {
    const key = warningKey(index);
    if (index < 10) expect(warningOfKey(key ?? '')).toBe(index);
    else expect(key).toBeNull();
  }
  for (const key of ['a', 'Enter', '', '12', '１']) expect(warningOfKey(key)).toBeNull();
});
