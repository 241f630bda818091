import type { Browser } from 'playwright-core';
import { prepare } from '../../build/prepare.ts';
import { ensureChromium } from '../../build/runtimes/chromium.ts';
import { ensureFilms, type Films } from '../films/films.ts';
import { openBrowser } from './browser.ts';
import type { CentreTimes } from './centre.ts';
import { openPremises, type Premises } from './premises.ts';
import { openProctor, type Proctor } from './proctor.ts';

/** Everything the rehearsal needs around the candidates, all of it real. */
export interface Stage extends Premises {
  films: Films;
  proctor: Proctor;
  phones: Browser;
}

export async function setStage(times: CentreTimes): Promise<Stage> {
  const { electron } = await prepare();
  const chromium = await ensureChromium();
  const films = await ensureFilms(chromium);
  const premises = await openPremises(electron, times);
  try {
    const { centre, roster, onClose } = premises;
    const [account] = roster.staff;
    if (!account) throw new Error('the sample roster has no proctor');
    const desk = await openBrowser(chromium);
    onClose(() => desk.close());
    const phones = await openBrowser(chromium, films.rearView);
    onClose(() => phones.close());
    return { ...premises, films, phones, proctor: await openProctor(desk, centre.origin, account) };
  } catch (cause) {
    await premises.close();
    throw cause;
  }
}
