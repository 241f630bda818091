import type { Attempt, Examination, Receipt, Stage } from '../../../shared/contract/views.ts';
import { currentSession, type Session, sessionPhase } from '../../../shared/domain/timetable.ts';

/** What is known of this candidate in this window. Everything shown follows from it and the server's clock. */
export interface ExamFacts {
  examination: Examination | null;
  /** Null before sign-in. */
  attempt: Attempt | null;
  /** The computer or the window was left and the attempt is entered again. */
  reentry: boolean;
  rulesRead: boolean;
  /** The face was confirmed since this sign-in. */
  identityPassed: boolean;
  deviceChecked: boolean;
  /** Session whose paper was opened here last. */
  sat: string | null;
  /** Session the candidate has confirmed to hand in. */
  handingIn: string | null;
  /** Sessions whose receipt the candidate has seen. */
  receiptsSeen: readonly string[];
  /** Where the candidate goes who may sit a session and hand in a file; null: not chosen yet. */
  way: 'exam' | 'thesis' | null;
  /** Another computer took the attempt over (ANS-5). */
  fenced: boolean;
}

export const NOTHING_KNOWN: ExamFacts = {
  examination: null,
  attempt: null,
  reentry: false,
  rulesRead: false,
  identityPassed: false,
  deviceChecked: false,
  sat: null,
  handingIn: null,
  receiptsSeen: [],
  way: null,
  fenced: false,
};

export type ExamStage =
  | { name: 'sign_in' | 'consent' | 'rules' | 'identity' | 'device_check' | 'finished' | 'fenced' }
  | { name: 'choice' | 'thesis' | 'waiting' | 'answering'; sessionId: string }
  | { name: 'handing_in'; sessionId: string; by: 'candidate' | 'deadline' }
  | { name: 'receipt'; sessionId: string; receipt: Receipt };

/** The session whose file may be handed in now; once it is closed, the one whose receipts may be read. */
export function submissionAt(sessions: readonly Session[], now: number): Session | null {
  const begun = sessions.filter((session) => session.mode === 'submission' && now >= session.startsAt);
  return begun.find(({ endsAt }) => now < endsAt) ?? begun.at(-1) ?? null;
}

const mayEnter = (session: Session | null, now: number): session is Session =>
  session !== null && now >= session.entryFrom;

/** The live session now or next; a paper that lies open here was opened in time, whatever the last message said. */
function liveSession({ attempt, examination, sat }: ExamFacts, now: number): Session | null {
  const opened = new Set([...(attempt?.opened ?? []), ...(sat ? [sat] : [])]);
  const handedIn = new Set(attempt?.receipts.map(({ sessionId }) => sessionId));
  return currentSession(examination?.sessions ?? [], { opened, handedIn }, now);
}

/** The live session that may be entered: what a candidate at the thesis could go to instead. */
export function enterableSession(facts: ExamFacts, now: number): Session | null {
  const session = liveSession(facts, now);
  return mayEnter(session, now) ? session : null;
}

/**
 * The thesis, or the choice between it and a live session that may be entered as well; null: the exam goes its way. Who
 * comes back to a paper that lies open has no minute to lose and is not asked.
 */
function submissionStage(facts: ExamFacts, session: Session | null, inPaper: boolean, now: number): ExamStage | null {
  const submission = submissionAt(facts.examination?.sessions ?? [], now);
  if (!submission) return null;
  const thesis: ExamStage = { name: 'thesis', sessionId: submission.id };
  if (facts.way === 'thesis') return thesis;
  // Whoever has sat a session here is first shown what is still being uploaded.
  if (!mayEnter(session, now)) return facts.sat === null ? thesis : null;
  const open = sessionPhase(submission, now) === 'open';
  return facts.way === null && open && !inPaper ? { name: 'choice', sessionId: submission.id } : null;
}

/**
 * Where the candidate is at `now` (server clock, ms). Derived, never stored, so that a proctor's decision, a receipt,
 * the deadline and another computer each move the window by themselves, from wherever it is.
 */
export function stageOf(facts: ExamFacts, now: number): ExamStage {
  const { attempt, examination, sat } = facts;
  if (facts.fenced) return { name: 'fenced' };
  if (!attempt || !examination) return { name: 'sign_in' };
  const receipts = new Map(attempt.receipts.map((receipt) => [receipt.sessionId, receipt]));

  const session = liveSession(facts, now);
  const open = session !== null && sessionPhase(session, now) === 'open';

  const satSession = examination.sessions.find(({ id }) => id === sat);
  if (satSession) {
    const receipt = receipts.get(satSession.id);
    if (receipt && !facts.receiptsSeen.includes(satSession.id)) {
      return { name: 'receipt', sessionId: satSession.id, receipt };
    }
    // TIME-2: at the deadline the paper closes whether or not the network is there.
    const ended = sessionPhase(satSession, now) === 'closed';
    const confirmed = facts.handingIn === satSession.id;
    // A next session that has begun does not wait for a receipt that does not come: handing in goes on behind it.
    const nextHasBegun = open && session.id !== satSession.id;
    if (!receipt && (ended || confirmed) && !nextHasBegun) {
      return { name: 'handing_in', sessionId: satSession.id, by: confirmed ? 'candidate' : 'deadline' };
    }
  }

  const inPaper = open && (session.id === sat || attempt.opened.includes(session.id));
  const submission = submissionStage(facts, session, inPaper, now);
  if (submission) return submission;
  if (!session) return { name: 'finished' };
  if (attempt.consentAt === null) return { name: 'consent' };
  // Whoever comes back in the middle of a session has read the rules and has no minute to lose.
  if (!facts.rulesRead && !(facts.reentry && open)) return { name: 'rules' };
  if (!facts.identityPassed) return { name: 'identity' };
  // Nor from whoever comes back to an open paper: the devices are looked at behind it.
  if (!facts.deviceChecked && !(facts.reentry && inPaper)) return { name: 'device_check' };
  return { name: open ? 'answering' : 'waiting', sessionId: session.id };
}

export const sameStage = (left: ExamStage, right: ExamStage): boolean => JSON.stringify(left) === JSON.stringify(right);

/** The stage as the exam centre knows it; null where it has no name of its own. */
export function reportedStage(stage: ExamStage): Stage | null {
  switch (stage.name) {
    case 'sign_in':
    case 'choice':
    case 'thesis':
    case 'fenced':
      return null;
    case 'consent':
    case 'rules':
      return 'consent';
    case 'handing_in':
      return 'answering';
    case 'receipt':
    case 'finished':
      return 'handed_in';
    default:
      return stage.name;
  }
}
