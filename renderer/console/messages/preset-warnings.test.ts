import { expect, it } from 'vitest';
import { staffSocket } from '../../../shared/contract/socket.ts';
import { PRESET_WARNINGS, presetText } from './preset-warnings.ts';

it('every preset warning can be sent in each language and in both', () => {
  const body = staffSocket.requests['message.send'].body;
  for (const preset of PRESET_WARNINGS) {
    for (const language of ['zh-CN', 'en', 'both'] as const) {
      expect(body.safeParse({ attemptId: null, text: presetText(preset, language) }).success).toBe(true);
    }
  }
});
