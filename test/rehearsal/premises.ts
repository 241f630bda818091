import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Centre, type CentreTimes, startCentre } from './centre.ts';
import { type Display, openDisplay } from './display.ts';
import { type ExamProcess, startExam } from './exam-process.ts';
import { type HomeNetwork, startHomeNetwork } from './home-network.ts';
import { type SampleRoster, sampleRoster } from './sample-roster.ts';
import { type StaffApi, signInStaff } from './staff-api.ts';

/** What any candidate needs: the exam centre, a way to it, a display and the exam shell. All of it real. */
export interface Premises {
  display: Display;
  centre: Centre;
  home: HomeNetwork;
  roster: SampleRoster;
  staff: StaffApi;
  newFolder(): Promise<string>;
  /** The exam shell at this home network; a data folder of its own is another computer. */
  openExam(camera: readonly string[], dataDir: string): Promise<ExamProcess>;
  /** Closed with everything else, the latest first. */
  onClose(closer: () => Promise<unknown>): void;
  close(): Promise<void>;
}

/**
 * `electron`: its executable, of `prepare()`. `sample`: another examination than the one of the product. `centreEnv`: what
 * the exam centre's process has in its environment beside that of this one.
 */
export async function openPremises(
  electron: string,
  times: CentreTimes | 'calendar',
  sample?: string,
  centreEnv?: NodeJS.ProcessEnv,
): Promise<Premises> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const roster = await sampleRoster();
    const account = roster.staff[0];
    if (!account) throw new Error('the sample roster has no proctor');
    const display = await openDisplay();
    closers.push(display.close);
    const centre = await startCentre(times, sample, centreEnv);
    closers.push(centre.close);
    const home = await startHomeNetwork(centre.port);
    closers.push(home.close);
    const staff = await signInStaff(centre.origin, await centre.certificate(), account);
    closers.push(async () => staff.close());
    return {
      ...{ display, centre, home, roster, staff, close },
      async newFolder() {
        const folder = await mkdtemp(join(tmpdir(), 'yunkao-candidate-'));
        closers.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
        return folder;
      },
      openExam: (camera, dataDir) =>
        startExam({
          ...{ electron, camera, dataDir },
          env: display.env,
          server: `https://127.0.0.1:${home.port}`,
          fingerprint: centre.fingerprint,
        }),
      onClose: (closer) => void closers.push(closer),
    };
  } catch (cause) {
    await close();
    throw cause;
  }
}
