import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { prepare } from '../../build/prepare.ts';
import { ensureChromium } from '../../build/runtimes/chromium.ts';
import { ensureFilms, type Films } from '../films/films.ts';
import { openBrowser } from './browser.ts';
import { type Centre, type CentreTimes, startCentre } from './centre.ts';
import { type Display, openDisplay } from './display.ts';
import { type HomeNetwork, startHomeNetwork } from './home-network.ts';
import { openProctor, type Proctor } from './proctor.ts';
import { type SampleRoster, sampleRoster } from './sample-roster.ts';
import { type StaffApi, signInStaff } from './staff-api.ts';

/** Everything the rehearsal needs around the candidates, all of it real. */
export interface Stage {
  electron: string;
  display: Display;
  centre: Centre;
  home: HomeNetwork;
  films: Films;
  roster: SampleRoster;
  proctor: Proctor;
  staff: StaffApi;
  phones: Browser;
  newFolder(): Promise<string>;
  close(): Promise<void>;
}

export async function setStage(times: CentreTimes): Promise<Stage> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const { electron } = await prepare();
    const chromium = await ensureChromium();
    const films = await ensureFilms(chromium);
    const roster = await sampleRoster();
    const account = roster.staff[0];
    if (!account) throw new Error('the sample roster has no proctor');
    const display = await openDisplay();
    closers.push(display.close);
    const centre = await startCentre(times);
    closers.push(centre.close);
    const home = await startHomeNetwork(centre.port);
    closers.push(home.close);
    const desk = await openBrowser(chromium);
    closers.push(() => desk.close());
    const phones = await openBrowser(chromium, films.rearView);
    closers.push(() => phones.close());
    const proctor = await openProctor(desk, centre.origin, account);
    const staff = await signInStaff(centre.origin, await centre.certificate(), account);
    closers.push(async () => staff.close());
    const newFolder = async (): Promise<string> => {
      const folder = await mkdtemp(join(tmpdir(), 'yunkao-candidate-'));
      closers.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
      return folder;
    };
    return { electron, display, centre, home, films, roster, proctor, staff, phones, newFolder, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}
