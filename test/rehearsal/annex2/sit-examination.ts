import type { SatSession, Sitting } from '../../annex2/sittings.ts';
import { goOnToPaper } from '../../e2e/exam-candidate.ts';
import { EMPTY_CHAIR } from '../exam-camera.ts';
import { signIn } from '../exam-entry.ts';
import { answerItems, everythingReceived, handIn, paperOpens } from '../exam-paper.ts';
import type { Premises } from '../premises.ts';
import type { SampleCandidate } from '../sample-roster.ts';
import type { Screens } from '../screens.ts';
import { handInThesis } from './hand-in-thesis.ts';

const asPlan = ({ responses }: SatSession) => Object.entries(responses).map(([itemId, value]) => ({ itemId, value }));

/**
 * Hands in the thesis, where there is one, and sits every live session of an examination in the real exam window, with
 * real clicks and keys; session id -> receipt number. The sessions are all open: handing in one opens the next.
 */
export async function sitExamination(
  premises: Premises,
  candidate: SampleCandidate,
  { sessions }: Sitting,
  screens: Screens,
): Promise<Map<string, string>> {
  const receipts = new Map<string, string>();
  const exam = await premises.openExam(EMPTY_CHAIR, await premises.newFolder());
  const { page } = exam;
  try {
    await signIn(page, candidate);
    for (const { sessionId, thesis } of sessions) {
      if (thesis) receipts.set(sessionId, await handInThesis(page, thesis));
    }
    await goOnToPaper(page, premises, candidate);
    for (const session of sessions.filter(({ thesis }) => thesis === undefined)) {
      await paperOpens(page, 60_000);
      const plan = asPlan(session);
      for (const index of plan.keys()) {
        await answerItems(page, plan, index, index + 1);
        await screens(page, `${session.sessionId}-${String(index + 1).padStart(2, '0')}`);
      }
      await everythingReceived(page);
      receipts.set(session.sessionId, await handIn(page, async () => undefined));
    }
  } finally {
    await exam.close();
  }
  return receipts;
}
