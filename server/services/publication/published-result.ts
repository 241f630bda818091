import type { PublishedResult, PublishedState } from '../../../shared/contract/publication.ts';
import type { CandidateResult, CandidateSession } from '../../../shared/contract/results.ts';
import type { Examination } from '../../../shared/contract/views.ts';

type PublishedSession = PublishedResult['sessions'][number];

const stateOf = ({ state }: CandidateSession, underReview: boolean): PublishedState => {
  if (underReview) return 'under_review';
  return state === 'settled' || state === 'absent' ? state : 'unmarked';
};

function publishedSession(examination: Examination, session: CandidateSession, underReview: boolean): PublishedSession {
  const { sessionId, weighted, annotations } = session;
  const planned = examination.sessions.find(({ id }) => id === sessionId);
  const state = stateOf(session, underReview);
  const own = examination.components.filter((component) => component.session === planned?.kind);
  const components = own.flatMap(({ component, title, points, weight }) => {
    const scored = weighted?.components.find((each) => each.component === component);
    return scored && state === 'settled' ? [{ title, points, weight, earned: scored.earned }] : [];
  });
  return {
    ...{ sessionId, title: planned?.title ?? sessionId, state, components },
    score: state === 'settled' ? (weighted?.score ?? null) : null,
    annotations: annotations.map(({ text, at }) => ({ text, at })),
  };
}

/**
 * What is published of one candidate: each session by the weights of annex 2, the score as it was earned, and beside it what
 * adjudication wrote (notice section 4.3). `underReview`: sessions of theirs that an open case is about.
 */
export const publishedResult = (
  examination: Examination,
  { name, sessions }: CandidateResult,
  underReview: ReadonlySet<string>,
): PublishedResult => ({
  ...{ name, occupation: examination.occupation, level: examination.level },
  // Who was not registered for a session was neither absent from it nor failed it (REG-1).
  sessions: sessions
    .filter(({ state }) => state !== 'not_registered')
    .map((session) => publishedSession(examination, session, underReview.has(session.sessionId))),
});
