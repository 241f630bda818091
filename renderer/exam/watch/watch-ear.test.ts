import { describe, expect, it } from 'vitest';
import { createWatchEar } from './watch-ear.ts';

const TENTH = 800;

/** A second of a loud room, a tenth at a time; the detector is sure of speech and takes 3 ms a time. */
async function secondOf(forSpeech: boolean) {
  let asked = 0;
  const ear = createWatchEar({
    async listen() {
      asked += 1;
      return { speech: [0.9, 0.9, 0.9], tookMs: 3 };
    },
  });
  const sound = { take: () => new Float32Array(TENTH).fill(0.1), close: () => undefined };
  const told: Awaited<ReturnType<typeof ear.listen>>[] = [];
  for (let tenth = 0; tenth < 10; tenth += 1) told.push(await ear.listen(sound, forSpeech));
  return { asked, before: told.slice(0, -1), heard: told.at(-1) };
}

describe('listening to the room', () => {
  it('tells each second what it heard, and what hearing it took', async () => {
    const { before, heard } = await secondOf(true);
    expect(before.every((told) => told === null)).toBe(true);
    expect(heard).toMatchObject({ seen: { speech: { detail: { level: -20 } }, noise: null }, tookMs: 30 });
  });

  it('says only how loud it is where there is no time for speech', async () => {
    const { asked, heard } = await secondOf(false);
    expect(asked).toBe(0);
    expect(heard).toMatchObject({ seen: { speech: undefined, noise: {}, microphone_silent: null }, tookMs: null });
  });
});
