import type { Locator } from 'playwright-core';

/** Loudest sample of the sound that a video element is given, over a second, 0..1: the fake microphone beeps once a second. */
export const loudness = (video: Locator): Promise<number> =>
  video.evaluate(async (element) => {
    const sound = new AudioContext();
    const analyser = sound.createAnalyser();
    sound.createMediaStreamSource((element as HTMLVideoElement).srcObject as MediaStream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    let loudest = 0;
    for (const until = performance.now() + 1_200; performance.now() < until; ) {
      await new Promise(requestAnimationFrame);
      analyser.getFloatTimeDomainData(samples);
      for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
    }
    await sound.close();
    return loudest;
  });
