import { setTimeout as pass } from 'node:timers/promises';
import { prepare } from '../../../build/prepare.ts';
import { readSittings, type Sitting } from '../../annex2/sittings.ts';
import { atOnce } from '../at-once.ts';
import { exactly, type Figure, matching } from '../figures.ts';
import { openPremises, type Premises } from '../premises.ts';
import type { SampleCandidate } from '../sample-roster.ts';
import { sampleVariant } from '../sample-variant.ts';
import { type Screens, screenKeeper } from '../screens.ts';
import { markSitting } from './mark-sitting.ts';
import { type Office, openOffice } from './office.ts';
import { openNow } from './open-now.ts';
import { sitExamination } from './sit-examination.ts';

/** Two cores carry this many exam windows at once, beside the server. */
const AT_ONCE = 2;

interface Seat {
  sitting: Sitting;
  candidate: SampleCandidate;
}

const say = ({ sitting }: Seat, text: string): void =>
  console.log(`  ${new Date().toISOString().slice(11, 19)} ${sitting.examination}: ${text}`);

/** What was seen of the others is worth more than nothing: one that fails is named and does not hold. */
async function figuresOf(seat: Seat, what: string, work: () => Promise<Figure[]>): Promise<Figure[]> {
  try {
    const figures = await work();
    say(seat, what);
    return figures;
  } catch (cause) {
    console.error(cause);
    const text = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    return [exactly(`${seat.sitting.examination}: ${what}`, text, 'text', 'yes')];
  }
}

async function sit(premises: Premises, seat: Seat, screens: Screens): Promise<Figure[]> {
  const receipts = await sitExamination(premises, seat.candidate, seat.sitting, screens);
  return [...receipts].map(([sessionId, receipt]) =>
    matching(`${sessionId}: receipt number shown`, receipt, /^YK-\d{8}-[0-9A-Z]{6}$/),
  );
}

/** Nobody marks a thesis before its last moment is over. */
async function submissionsOver({ organiser }: Office): Promise<void> {
  const { examinations, serverTime } = await organiser('examinations', {});
  const ends = examinations.flatMap(({ sessions }) =>
    sessions.filter(({ mode }) => mode === 'submission').map(({ endsAt }) => endsAt),
  );
  await pass(Math.max(0, Math.max(0, ...ends) - serverTime));
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
    const seats = chosen.map((sitting): Seat => {
      const candidate = premises.roster.candidates.find((each) => each.examination === sitting.examination);
      if (!candidate) throw new Error(`nobody on the sample roster sits ${sitting.examination}`);
      return { sitting, candidate };
    });
    // Who has a thesis to hand in goes first: that ends before the sessions do.
    const hasThesis = ({ sitting }: Seat) => sitting.sessions.some(({ thesis }) => thesis);
    const queue = [...seats].sort((left, right) => Number(hasThesis(right)) - Number(hasThesis(left)));
    await atOnce(AT_ONCE, queue, async (seat) => {
      figures.push(...(await figuresOf(seat, 'handed in', () => sit(premises, seat, screens))));
    });
    await submissionsOver(office);
    for (const seat of seats) {
      const { admissionNo } = seat.candidate;
      figures.push(...(await figuresOf(seat, 'marked', () => markSitting(office, seat.sitting, admissionNo))));
    }
    return figures;
  } finally {
    await premises.close();
  }
}
