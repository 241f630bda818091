import { passed, type Verdict, warned } from './verdict.ts';

/** How many tones to play: 2, 3 or 4, so that it cannot be guessed from habit. */
export const toneCount = (random: () => number): number => 2 + Math.floor(random() * 3);

export const speakerVerdict = (played: number, heard: number): Verdict =>
  played === heard ? passed(heard) : warned('not_heard', heard);

/** Plays that many short tones, 0.6 s apart; resolves after the last. */
export async function playTones(count: number): Promise<void> {
  const context = new AudioContext();
  let last: OscillatorNode | null = null;
  for (let index = 0; index < count; index += 1) {
    const tone = context.createOscillator();
    const gain = context.createGain();
    const start = context.currentTime + 0.1 + index * 0.6;
    tone.frequency.value = 660;
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(0.4, start + 0.02);
    gain.gain.linearRampToValueAtTime(0, start + 0.3);
    tone.connect(gain).connect(context.destination);
    tone.start(start);
    tone.stop(start + 0.32);
    last = tone;
  }
  await new Promise((resolve) => last?.addEventListener('ended', resolve));
  await context.close();
}
