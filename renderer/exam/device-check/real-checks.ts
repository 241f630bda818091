import type { ShellBridge } from '../../../shared/contract/shell.ts';
import type { Capture } from '../capture/capture.ts';
import { type FrameSource, openFrameSource } from '../capture/frame-source.ts';
import { openSoundLevel } from '../capture/sound-level.ts';
import { cameraVerdict } from './camera-check.ts';
import { displaysVerdict, powerVerdict, programsVerdict } from './computer-check.ts';
import type { Check } from './device-check.ts';
import { isAlive, isVoice, microphoneVerdict } from './microphone-check.ts';
import type { SpeedChecks } from './speed-check.ts';
import { type DeviceCheckName, passed } from './verdict.ts';

const COUNT_FRAMES_MS = 1_500;
const LISTEN_EVERY_MS = 50;
/** A voice is waited for at most this long. */
const LISTEN_MS = 10_000;
/** Back in mid-session every second is the candidate's: so many pictures show that they come, and no longer than that. */
const GLANCE_FRAMES = 4;
const GLANCE_MS = 500;
const LOOK_EVERY_MS = 50;
/** And nobody reads a sentence aloud: the first sound of the room shows that the microphone lives. */
const SOUND_MS = 4_000;
/** And believed after this many readings above the room's noise, about a third of a second. */
const VOICE_READINGS = 6;

interface Parts {
  capture: Capture;
  shell: Pick<ShellBridge, 'deviceReport'>;
  speed: SpeedChecks;
  wait(ms: number): Promise<void>;
  /** Milliseconds on a clock that nobody sets. */
  elapsed(): number;
}

/** The rows that run by themselves, on the real devices. */
export function realChecks({ capture, shell, speed, wait, elapsed }: Parts): Partial<Record<DeviceCheckName, Check>> {
  let asked: ReturnType<typeof shell.deviceReport> | null = null;
  /** Three rows read one report: the shell looks through all programs for it. */
  const report = (): ReturnType<typeof shell.deviceReport> => {
    asked ??= shell.deviceReport().finally(() => {
      asked = null;
    });
    return asked;
  };
  /** Pictures a second, counted for so long, or until so many have come. */
  async function framesPerSecond(source: FrameSource, withinMs: number, enough: number): Promise<number> {
    const [before, begun] = [source.frames(), elapsed()];
    do {
      await wait(LOOK_EVERY_MS);
    } while (elapsed() - begun < withinMs && source.frames() - before < enough);
    return ((source.frames() - before) * 1000) / (elapsed() - begun);
  }
  return {
    async camera(tell, quick) {
      if (capture.state.camera !== 'live') await capture.start();
      const { camera, stream } = capture.state;
      if (camera !== 'live' || !stream) return cameraVerdict(camera, null);
      const source = await openFrameSource(stream).catch(() => null);
      if (!source) return cameraVerdict(camera, 0);
      const fps = await (quick
        ? framesPerSecond(source, GLANCE_MS, GLANCE_FRAMES)
        : framesPerSecond(source, COUNT_FRAMES_MS, Number.POSITIVE_INFINITY));
      source.close();
      tell(fps);
      return cameraVerdict(camera, fps);
    },
    async microphone(tell, quick) {
      // Where the camera's row is asking for both anew, the microphone heard until now ends.
      if (capture.state.microphone !== 'live' || capture.state.asking) await capture.start();
      const { microphone, stream } = capture.state;
      if (microphone !== 'live' || !stream) return microphoneVerdict(microphone, []);
      const level = openSoundLevel(stream);
      const levels: number[] = [];
      for (let waited = 0; waited < (quick ? SOUND_MS : LISTEN_MS); waited += LISTEN_EVERY_MS) {
        await wait(LISTEN_EVERY_MS);
        const now = level.read();
        levels.push(now);
        tell(now);
        if (quick && isAlive(now)) break;
        const noise = Math.min(...levels);
        if (levels.filter((reading) => isVoice(noise, reading)).length >= VOICE_READINGS) break;
      }
      level.close();
      // The one loud reading would be lost among the silent ones before it.
      const verdict = microphoneVerdict(microphone, quick ? levels.slice(-1) : levels);
      return quick && verdict.result === 'warning' ? passed(verdict.value) : verdict;
    },
    download: (tell) => speed.download(tell),
    upload: (tell) => speed.upload(tell),
    power: async () => powerVerdict(await report()),
    displays: async () => displaysVerdict(await report()),
    programs: async () => programsVerdict(await report()),
  };
}
