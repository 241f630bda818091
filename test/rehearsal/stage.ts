import type { Browser } from 'playwright-core';
import { prepare } from '../../build/prepare.ts';
import { ensureChromium } from '../../build/runtimes/chromium.ts';
import { ensureFilms, type FilmName } from '../films/films.ts';
import { openBrowser } from './browser.ts';
import type { CentreTimes } from './centre.ts';
import { openPremises, type Premises } from './premises.ts';
import { openProctor, type Proctor } from './proctor.ts';

/** Everything the rehearsal needs around the candidates, all of it real. */
export interface Stage extends Premises {
  /** One before each candidate's camera. */
  films: string[];
  proctor: Proctor;
  phones: Browser;
}

interface Before {
  /** Another examination than the one of the product. */
  sample: string;
  /** What is done at the exam centre before its first proctor comes. */
  first(premises: Premises, desk: Browser): Promise<void>;
}

/** `faces`: who will sit before a camera. */
export async function setStage(times: CentreTimes, faces: readonly FilmName[], before?: Before): Promise<Stage> {
  const { electron } = await prepare();
  const chromium = await ensureChromium();
  const films = await ensureFilms(chromium, [...faces, 'rear-view']);
  const premises = await openPremises(electron, times, before?.sample);
  try {
    const { centre, roster, onClose } = premises;
    const [account] = roster.staff;
    if (!account) throw new Error('the sample roster has no proctor');
    const desk = await openBrowser(chromium);
    onClose(() => desk.close());
    await before?.first(premises, desk);
    const phones = await openBrowser(chromium, films['rear-view']);
    onClose(() => phones.close());
    return {
      ...premises,
      films: faces.map((face) => films[face]),
      phones,
      proctor: await openProctor(desk, centre.origin, account),
    };
  } catch (cause) {
    await premises.close();
    throw cause;
  }
}
