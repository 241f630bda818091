import type { Screen } from 'electron';
import type { Step } from '../../startup/step.ts';
import { type ReportFinding, reportOnce } from '../finding.ts';
import { computerModel, type ProfiledDisplay, profiledDisplays } from './environment-facts.ts';
import { environmentHints, startedCaptures } from './environment-hints.ts';
import type { MacStateReader } from './mac-state-reader.ts';

const LOOK_EVERY_MS = 3000;

interface Parts {
  screen: Screen;
  reader: MacStateReader;
  /** File names of what runs now. */
  runningImages(): Promise<string[]>;
  report: ReportFinding;
}

/** Mirroring, AirPlay, screen sharing, recording, dictation: told once each, those at the start and those that come later. */
export function environmentMeasure({ screen, reader, runningImages, report }: Parts): Step {
  let stop: () => void = () => undefined;
  let watching = false;

  function watch(model: string): { look(): Promise<void>; profile(): Promise<void> } {
    const tell = reportOnce(report);
    let displays: ProfiledDisplay[] = [];
    let before: string[] | null = null;
    return {
      async look() {
        const state = await reader.look().catch(() => null);
        const images = await runningImages().catch(() => before ?? []);
        startedCaptures(before ?? images, images).forEach(report);
        before = images;
        const { mirrored, watched } = state ?? { mirrored: null, watched: null };
        environmentHints({ displays, mirrored, watched, images, model }).forEach(tell);
      },
      async profile() {
        displays = await profiledDisplays().catch(() => displays);
      },
    };
  }

  return {
    name: 'environment',
    async perform() {
      stop();
      const { look, profile } = watch(await computerModel().catch(() => ''));
      let looking = false;
      const again = async () => {
        if (looking) return;
        looking = true;
        await look();
        looking = false;
      };
      const changed = () => void profile().then(again);
      await profile();
      await again();
      const timer = setInterval(() => void again(), LOOK_EVERY_MS);
      const events = ['display-added', 'display-removed', 'display-metrics-changed'] as const;
      for (const event of events) screen.on(event as 'display-added', changed);
      watching = true;
      stop = () => {
        clearInterval(timer);
        for (const event of events) screen.removeListener(event as 'display-added', changed);
        watching = false;
      };
      return undefined;
    },
    probe: () => watching,
    async revert() {
      stop();
    },
  };
}
