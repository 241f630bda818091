import { prepare } from '../../../build/prepare.ts';
import { readSittings, type Sitting } from '../../annex2/sittings.ts';
import { exactly, type Figure, matching } from '../figures.ts';
import { openPremises, type Premises } from '../premises.ts';
import { sampleVariant } from '../sample-variant.ts';
import { type Screens, screenKeeper } from '../screens.ts';
import { markSitting } from './mark-sitting.ts';
import { type Office, openOffice } from './office.ts';
import { openNow } from './open-now.ts';
import { sitExamination } from './sit-examination.ts';

/** Two cores carry this many exam windows at once, beside the server. */
const AT_ONCE = 2;

async function playOne(premises: Premises, office: Office, sitting: Sitting, screens: Screens): Promise<Figure[]> {
  const { examination } = sitting;
  const candidate = premises.roster.candidates.find((each) => each.examination === examination);
  if (!candidate) throw new Error(`nobody on the sample roster sits ${examination}`);
  const say = (text: string) => console.log(`  ${new Date().toISOString().slice(11, 19)} ${examination}: ${text}`);
  say(`sat by ${candidate.admissionNo}`);
  const figures: Figure[] = [];
  try {
    const receipts = await sitExamination(premises, candidate, sitting, screens);
    for (const [sessionId, receipt] of receipts) {
      figures.push(matching(`${sessionId}: receipt number shown`, receipt, /^YK-\d{8}-[0-9A-Z]{6}$/));
    }
    say('handed in');
    figures.push(...(await markSitting(office, sitting, candidate.admissionNo)));
    say('marked');
  } catch (cause) {
    // What was seen of the others is worth more than nothing; this one is named and does not hold.
    console.error(cause);
    const text = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    figures.push(exactly(`${examination}: sat, marked and scored`, text, 'text', 'yes'));
  }
  return figures;
}

/**
 * `npm run rehearsal -- --annex2 all`: sits the named examinations of annex 2 with real clicks and keys in the real exam
 * window, marks them as the hand-computed sitting says, and compares what the organiser sees with what was computed.
 */
export async function rehearseAnnex2(wanted: readonly string[], screensFolder: string | null): Promise<Figure[]> {
  const screens = await screenKeeper(screensFolder);
  const { electron } = await prepare();
  const sittings = await readSittings();
  const ids = wanted.includes('all') ? [...sittings.keys()] : [...wanted];
  const chosen = ids.map((id) => {
    const sitting = sittings.get(id);
    if (!sitting) throw new Error(`--annex2 ${id}: known are ${[...sittings.keys()].join(', ')}`);
    return sitting;
  });
  const sample = await sampleVariant(ids, (plan) => openNow(plan, Date.now()));
  const premises = await openPremises(electron, 'calendar', sample.directory);
  premises.onClose(sample.remove);
  const figures: Figure[] = [];
  try {
    const office = await openOffice(premises);
    const queue = [...chosen];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let next = queue.shift(); next; next = queue.shift())
          figures.push(...(await playOne(premises, office, next, screens)));
      }),
    );
    return figures;
  } finally {
    await premises.close();
  }
}
