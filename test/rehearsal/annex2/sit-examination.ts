import type { SatSession, Sitting } from '../../annex2/sittings.ts';
import { enterPaper } from '../../e2e/exam-candidate.ts';
import { EMPTY_CHAIR } from '../exam-camera.ts';
import { answerItems, everythingReceived, handIn, paperOpens } from '../exam-paper.ts';
import type { Premises } from '../premises.ts';
import type { SampleCandidate } from '../sample-roster.ts';
import type { Screens } from '../screens.ts';

const asPlan = ({ responses }: SatSession) => Object.entries(responses).map(([itemId, value]) => ({ itemId, value }));

/**
 * Sits every live session of an examination in the real exam window, with real clicks and keys; session id -> receipt
 * number. The sessions are all open: handing in one opens the next.
 */
export async function sitExamination(
  premises: Premises,
  candidate: SampleCandidate,
  { sessions }: Sitting,
  screens: Screens,
): Promise<Map<string, string>> {
  const receipts = new Map<string, string>();
  const exam = await premises.openExam(EMPTY_CHAIR, await premises.newFolder());
  try {
    const live = sessions.filter(({ thesis }) => thesis === undefined);
    for (const [at, session] of live.entries()) {
      if (at === 0) await enterPaper(exam.page, premises, candidate);
      else await paperOpens(exam.page, 60_000);
      const plan = asPlan(session);
      for (const index of plan.keys()) {
        await answerItems(exam.page, plan, index, index + 1);
        await screens(exam.page, `${session.sessionId}-${String(index + 1).padStart(2, '0')}`);
      }
      await everythingReceived(exam.page);
      receipts.set(session.sessionId, await handIn(exam.page, async () => undefined));
    }
  } finally {
    await exam.close();
  }
  return receipts;
}
