import type { Step } from '../../startup/step.ts';

/** `defaults read`: the value as text, empty where it was never set. */
type ReadSetting = (domain: string, key: string) => Promise<string>;

const SETTINGS = [
  { name: 'Siri', domain: 'com.apple.assistant.support', key: 'Assistant Enabled' },
  { name: 'dictation', domain: 'com.apple.assistant.support', key: 'Dictation Enabled' },
  // Before macOS 10.15.
  {
    name: 'dictation',
    domain: 'com.apple.speech.recognition.AppleSpeechRecognition.prefs',
    key: 'DictationIMMasterDictationEnabled',
  },
] as const;

/**
 * Says in the lock report whether Siri and dictation can be called. They are the candidate's settings and stay: what is
 * called is seen, Siri by its window over the exam, dictation by its process.
 */
export function assistantsMeasure(read: ReadSetting): Step {
  return {
    name: 'assistants',
    async perform() {
      const values = await Promise.all(SETTINGS.map(({ domain, key }) => read(domain, key)));
      const on = SETTINGS.filter((_, index) => values[index] === '1').map(({ name }) => name);
      return on.length > 0 ? `turned on: ${[...new Set(on)].join(', ')}` : undefined;
    },
    async revert() {
      // Nothing was changed.
    },
  };
}
