import type { RouteReply } from '../../../shared/contract/http.ts';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { ShellInfo } from '../../../shared/contract/shell.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/version.ts';
import type { Attempt, Examination } from '../../../shared/contract/views.ts';
import { normaliseIdentityNumber } from '../../../shared/domain/identity-number.ts';
import { createObservable, type Observable } from '../observable.ts';
import type { AttemptRoom } from './attempt-room.ts';
import { type ExamFacts, type ExamStage, NOTHING_KNOWN, sameStage, stageOf } from './exam-flow.ts';
import type { ServerClock } from './server-clock.ts';

export type SignedIn = RouteReply<'candidateSignIn'>;

export interface ExamState extends ExamFacts {
  stage: ExamStage;
  candidate: SignedIn['candidate'] | null;
  /** Everything that works for this attempt; null before sign-in. */
  room: AttemptRoom | null;
}

/** What the attempt's managers tell the exam. */
export interface ExamHooks {
  attemptChanged(attempt: Attempt): void;
  /** A session was planned anew (TIME-5). */
  examinationChanged(examination: Examination): void;
  fenced(): void;
  identityPassed(): void;
  deviceChecked(): void;
  paperOpened(sessionId: string): void;
}

export interface Exam extends Observable<ExamState> {
  /** Throws `Fault`; `already_signed_in` asks for a second call with `takeOver`. */
  signIn(typed: { admissionNo: string; identityNo: string; takeOver: boolean }): Promise<void>;
  /** Agrees to be recorded. Throws `Fault`. */
  consent(): Promise<void>;
  rulesRead(): void;
  /** To the live session or to the thesis, where both are possible. */
  choose(way: 'exam' | 'thesis'): void;
  confirmHandIn(): void;
  receiptSeen(): void;
}

const TICK_MS = 250;

interface Parts {
  info: ShellInfo;
  /** A client that carries this token. */
  clientOf(token: string | null): HttpClient;
  openRoom(signedIn: SignedIn, http: HttpClient, hooks: ExamHooks): AttemptRoom;
  clock: ServerClock;
  every(task: () => void, ms: number): () => void;
}

/** The candidate's way through the examination: takes what happens in, tells the stage out. */
export function createExam({ info, clientOf, openRoom, clock, every }: Parts): Exam {
  const state = createObservable<ExamState>({
    ...NOTHING_KNOWN,
    stage: { name: 'sign_in' },
    candidate: null,
    room: null,
  });
  let http = clientOf(null);

  function learn(told: Partial<ExamState>): void {
    let change = told;
    let facts = { ...state.state, ...change };
    const next = stageOf(facts, clock.now());
    // A session that opens its doors meanwhile is told on the thesis page; it takes nobody away from it.
    if (next.name === 'thesis' && facts.way === null) {
      change = { ...change, way: 'thesis' };
      facts = { ...facts, ...change };
    }
    const moved = !sameStage(next, facts.stage);
    state.patch(moved ? { ...change, stage: next } : change);
    if (moved) facts.room?.enter(next);
  }

  const hooks: ExamHooks = {
    attemptChanged: (attempt) => learn({ attempt }),
    examinationChanged: (examination) => learn({ examination }),
    fenced: () => learn({ fenced: true }),
    identityPassed: () => learn({ identityPassed: true }),
    deviceChecked: () => learn({ deviceChecked: true }),
    paperOpened: (sessionId) => learn({ sat: sessionId }),
  };

  // Starts and deadlines come by themselves, without any message.
  every(() => learn({}), TICK_MS);

  return {
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    async signIn({ admissionNo, identityNo, takeOver }) {
      const signedIn = await clock.timed(() =>
        http('candidateSignIn', {
          protocol: PROTOCOL_VERSION,
          admissionNo: admissionNo.normalize('NFKC').trim(),
          identityNo: normaliseIdentityNumber(identityNo),
          computerId: info.computerId,
          platform: info.platform,
          takeOver,
        }),
      );
      http = clientOf(signedIn.token);
      const { attempt, examination, candidate, reentry } = signedIn;
      learn({ attempt, examination, candidate, reentry, room: openRoom(signedIn, http, hooks) });
    },
    async consent() {
      learn({ attempt: await http('consent', {}) });
    },
    choose: (way) => learn({ way }),
    rulesRead: () => learn({ rulesRead: true }),
    confirmHandIn() {
      const { stage } = state.state;
      if (stage.name === 'answering') learn({ handingIn: stage.sessionId });
    },
    receiptSeen() {
      const { stage, receiptsSeen } = state.state;
      if (stage.name === 'receipt') learn({ receiptsSeen: [...receiptsSeen, stage.sessionId] });
    },
  };
}
