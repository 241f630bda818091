import { describe, expect, it } from 'vitest';
import { offlineLines } from './offline-lines.ts';

describe('what the offline bar says of the answers', () => {
  it('while there is a paper: go on, and what is safe', () => {
    expect(offlineLines({ stage: 'answering', unsent: 3, kept: true })).toEqual(['goOn', 'safe']);
    expect(offlineLines({ stage: 'answering', unsent: 0, kept: true })).toEqual(['goOn', 'allThere', 'newOnesKept']);
  });

  it('[TIME-2] at the hand-in: that it is over, and never to go on', () => {
    expect(offlineLines({ stage: 'handing_in', unsent: 3, kept: true })).toEqual(['over', 'safe']);
    expect(offlineLines({ stage: 'handing_in', unsent: 0, kept: true })).toEqual(['over', 'allThere']);
  });

  it.each(['waiting', 'receipt', 'finished'] as const)(
    'where there is nothing to answer (%s): what is safe',
    (stage) => {
      expect(offlineLines({ stage, unsent: 1, kept: true })).toEqual(['safe']);
    },
  );

  it('[ANS-1] what this computer could not keep is not said to be safe, nor that new answers will be', () => {
    for (const stage of ['answering', 'handing_in'] as const) {
      expect(offlineLines({ stage, unsent: 2, kept: false })).toEqual(['notKept']);
    }
    expect(offlineLines({ stage: 'answering', unsent: 0, kept: false })).toEqual(['goOn', 'allThere']);
  });
});
