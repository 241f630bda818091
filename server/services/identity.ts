import type { RouteBody, RouteReply } from '../../shared/contract/http.ts';
import type { Attempt } from '../../shared/contract/views.ts';
import {
  AUTOMATIC_TRIES,
  cosineSimilarity,
  type IdentityVerdict,
  identityVerdict,
} from '../../shared/domain/identity.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Queries, Storage } from '../sql/storage.ts';
import type { Row } from '../sql/tables.ts';
import type { AttemptViews } from './attempt-views.ts';
import { consentedAttempt } from './consent.ts';
import type { Events } from './events.ts';
import { newId } from './ids.ts';
import type { Pictures } from './pictures.ts';
import type { RandomSource } from './ports.ts';

export interface Identity {
  registeredPhoto(attemptId: string): Promise<{ jpeg: string }>;
  check(attemptId: string, body: RouteBody<'identityCheck'>): Promise<RouteReply<'identityCheck'>>;
  enrol(attemptId: string, body: RouteBody<'enrol'>): Promise<Attempt>;
  askProctor(attemptId: string, body: RouteBody<'askProctor'>): Promise<Attempt>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  random: RandomSource;
  pictures: Pictures;
  events: Events;
  views: AttemptViews;
}

/** The candidate's side of recognition. All of it throws `consent_missing` before consent; templates are never stored. */
export function createIdentity({ store, clock, random, pictures, events, views }: Parts): Identity {
  type Check = Omit<Row<'identity_check'>, 'position' | 'id' | 'attempt_id' | 'at' | 'registered_picture_id'>;
  const record = async (all: Queries, attempt: Row<'attempt'>, check: Check) => {
    const { registered_picture_id } = await all.findCandidate(attempt.candidate_id);
    const at = clock.now();
    await all.insertIdentityCheck({ id: newId(random), attempt_id: attempt.id, at, registered_picture_id, ...check });
  };

  /** Three tries are used up, a proctor refused, or there is nothing to compare with: a person decides. */
  const verdictOf = (attempt: Row<'attempt'>, similarity: number | null, livenessPassed: boolean): IdentityVerdict => {
    const automatic = attempt.identity_failures < AUTOMATIC_TRIES && attempt.identity !== 'refused';
    if (similarity === null || !automatic) return 'manual';
    return identityVerdict(similarity, livenessPassed, attempt.identity_failures);
  };

  return {
    async registeredPhoto(attemptId) {
      const attempt = await consentedAttempt(store, attemptId);
      const { registered_picture_id: photo } = await store.findCandidate(attempt.candidate_id);
      if (photo === null) throw new Fault('not_found');
      return { jpeg: (await pictures.read(photo)).toString('base64') };
    },
    async check(attemptId, body) {
      await consentedAttempt(store, attemptId);
      const { liveTemplate, registeredTemplate, livenessPassed } = body;
      const actions = body.actions.join(', ');
      const similarity = registeredTemplate ? cosineSimilarity(liveTemplate, registeredTemplate) : null;
      const live_picture_id = await pictures.keep(attemptId, body.picture);
      // Two checks sent at once must not count as one try, so the count is read and raised in one transaction.
      const verdict = await store.transactionAbout({ attemptId }, async (all) => {
        const attempt = await consentedAttempt(all, attemptId);
        const decided = verdictOf(attempt, similarity, livenessPassed);
        await record(all, attempt, {
          kind: 'verification',
          similarity,
          liveness_passed: livenessPassed ? 1 : 0,
          turn_degrees: body.turnDegrees,
          verdict: decided,
          live_picture_id,
        });
        const identity = { verified: 'verified', manual: 'manual_pending', retry: 'unchecked' } as const;
        const identity_failures = attempt.identity_failures + (decided === 'verified' ? 0 : 1);
        await all.updateAttempt(attemptId, { identity: identity[decided], identity_failures });
        return decided;
      });
      await events.add(attemptId, 'identity_tried', { verdict, similarity: similarity ?? 0, livenessPassed, actions });
      return { verdict, similarity: similarity ?? 0, attempt: await views.changed(attemptId) };
    },
    async enrol(attemptId, body) {
      const attempt = await consentedAttempt(store, attemptId);
      const { registered_picture_id: photo } = await store.findCandidate(attempt.candidate_id);
      if (photo !== null) throw new Fault('not_allowed');
      await record(store, attempt, {
        kind: 'enrolment',
        similarity: null,
        liveness_passed: body.livenessPassed ? 1 : 0,
        turn_degrees: body.turnDegrees,
        verdict: 'enrolment',
        live_picture_id: await pictures.keep(attemptId, body.picture),
      });
      await store.updateAttempt(attemptId, { identity: 'enrolment_pending' });
      const { livenessPassed, actions } = body;
      const told = { verdict: 'enrolment', livenessPassed, actions: actions.join(', ') };
      await events.add(attemptId, 'identity_tried', told);
      return views.changed(attemptId);
    },
    async askProctor(attemptId, { picture, note }) {
      await consentedAttempt(store, attemptId);
      const live_picture_id = picture === null ? null : await pictures.keep(attemptId, picture);
      // A proctor may confirm while the question is on its way: read and written in one transaction.
      const told = await store.transactionAbout({ attemptId }, async (all) => {
        const attempt = await consentedAttempt(all, attemptId);
        if (live_picture_id !== null) {
          await record(all, attempt, {
            kind: 'verification',
            similarity: null,
            liveness_passed: 0,
            turn_degrees: 0,
            verdict: 'manual',
            live_picture_id,
          });
        }
        // Who was confirmed stays so: the question reaches the proctor and closes no paper.
        if (attempt.identity !== 'verified') await all.updateAttempt(attemptId, { identity: 'manual_pending' });
        return events.record(all, attemptId, 'identity_tried', { verdict: 'manual', note });
      });
      events.announce([told]);
      return views.changed(attemptId);
    },
  };
}
