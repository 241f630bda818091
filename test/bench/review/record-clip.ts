import type { Page } from 'playwright-core';

/** What MediaRecorder makes of a picture that changes, for so long: a segment as the exam window and the phone record them. */
export async function recordClip(page: Page, forMs: number): Promise<Buffer> {
  const base64 = await page.evaluate(async (ms) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
    const pen = canvas.getContext('2d');
    const stop = setInterval(() => {
      if (!pen) return;
      pen.fillStyle = `hsl(${performance.now() / 20} 60% 50%)`;
      pen.fillRect(0, 0, 640, 480);
      pen.fillStyle = 'white';
      pen.font = '90px sans-serif';
      pen.fillText((performance.now() / 1_000).toFixed(2), 120, 260);
    }, 66);
    const recorder = new MediaRecorder(canvas.captureStream(15), {
      mimeType: 'video/webm;codecs=vp8',
      videoBitsPerSecond: 330_000,
    });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const stopped = new Promise((resolve) => (recorder.onstop = resolve));
    recorder.start(1_000);
    await new Promise((resolve) => setTimeout(resolve, ms));
    recorder.stop();
    await stopped;
    clearInterval(stop);
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  }, forMs);
  return Buffer.from(base64, 'base64');
}
