import { PROTOCOL_VERSION } from '../../shared/contract/version.ts';
import type { Services } from '../services/services.ts';
import { assignmentHandlers } from './assignment-handlers.ts';
import { caseHandlers } from './case-handlers.ts';
import { helpHandlers } from './help-handlers.ts';
import { markingHandlers, resultHandlers } from './marking-handlers.ts';
import { publicationHandlers } from './publication-handlers.ts';
import { qualificationHandlers } from './qualification-handlers.ts';
import type { Handlers } from './register-routes.ts';
import { rosterHandlers } from './roster-handlers.ts';
import { staffHandlers } from './staff-handlers.ts';

export interface HandlerParts extends Services {
  /** The page a phone opens, for a candidate who reached the server by `host`. */
  phonePage(host: string): string;
}

/** What each route of the contract does: one call of a service. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { store, clock, book, signIn, consent, presence, identity, decisions, reports } = parts;
  const { pairing, papers, answers, handIn, evidence, theses, iceServers } = parts;
  const attemptId = (params: Record<string, string>) => params.attemptId ?? '';
  return {
    examinations: async () => ({
      protocol: PROTOCOL_VERSION,
      serverTime: clock.now(),
      examinations: [...book.examinations],
    }),
    candidateSignIn: async ({ body }) => {
      const signedIn = await signIn.signIn(body);
      await presence.fenced(signedIn.attempt.id);
      return signedIn;
    },
    shellStatement: async ({ caller, body }) => {
      await parts.statements.take(caller, body);
      return {};
    },
    consent: async ({ caller }) => {
      const attempt = await consent.give(caller.attemptId);
      await presence.consented(caller.attemptId);
      return attempt;
    },
    registeredPhoto: ({ caller }) => identity.registeredPhoto(caller.attemptId),
    identityCheck: ({ caller, body }) => identity.check(caller.attemptId, body),
    enrol: ({ caller, body }) => identity.enrol(caller.attemptId, body),
    askProctor: ({ caller, body }) => identity.askProctor(caller.attemptId, body),
    deviceCheck: async ({ caller, body }) => {
      await reports.deviceChecked(caller.attemptId, body.rows);
      return {};
    },
    phoneToken: async ({ caller, host }) => {
      const { token, expiresAt } = await pairing.offer(caller);
      return { url: `${parts.phonePage(host)}#${token}`, expiresAt };
    },
    rearStill: ({ caller }) => parts.stills.latest(caller.attemptId),
    confirmRearView: async ({ caller, params }) => {
      await parts.rearViews.confirm(caller, attemptId(params));
      return {};
    },
    paperKey: ({ caller, params }) => papers.open(caller.attemptId, params.sessionId ?? ''),
    answers: ({ caller }) => answers.read(caller.attemptId),
    handIn: ({ caller, body }) => handIn.handIn(caller, body),
    segmentAcknowledgement: ({ caller, params }) => evidence.acknowledge(caller.attemptId, params.segmentId ?? ''),
    phoneRedeem: ({ body }) => pairing.redeem(body.token, body.device),
    ...staffHandlers(parts),
    attemptEvents: async ({ params }) => ({ events: await store.eventsOf(attemptId(params)) }),
    lateEntries: ({ params }) => parts.lateEntries.of(attemptId(params)),
    lateEntriesForOrganiser: ({ params }) => parts.lateEntries.of(attemptId(params)),
    admitLateAnswers: async ({ caller, params, body }) => {
      await parts.lateAdmissions.admit(caller, attemptId(params), body.reason);
      return parts.lateEntries.of(attemptId(params));
    },
    identityChecks: async ({ params }) => ({ checks: await store.identityChecksOf(attemptId(params)) }),
    identityDecision: async ({ caller, params, body }) => {
      await decisions.decide(caller, attemptId(params), body);
      return {};
    },
    clearFinding: async ({ caller, params, body }) => {
      await parts.clearances.judge(caller, attemptId(params), params.eventId ?? '', body);
      return {};
    },
    findingDecisions: () => parts.clearances.decisions(),
    look: async ({ caller, params }) => {
      await parts.proctoring.look(caller, attemptId(params));
      return {};
    },
    flag: async ({ caller, params, body }) => {
      await parts.proctoring.flag(caller, attemptId(params), body);
      return {};
    },
    snapshot: async ({ caller, params, body }) => {
      await parts.proctoring.snapshot(caller, attemptId(params), body);
      return {};
    },
    lowerHand: async ({ caller, params, body }) => {
      await parts.hands.lower(caller, attemptId(params), body.answer);
      return {};
    },
    collect: ({ caller, params, body }) =>
      handIn.collect(caller, attemptId(params), params.sessionId ?? '', body.reason),
    cameraLedger: ({ params }) => parts.ledgers.read(attemptId(params)),
    evidenceManifest: ({ params }) => parts.manifests.of(attemptId(params)),
    segments: async ({ params }) => ({ segments: await evidence.list(attemptId(params)) }),
    ...rosterHandlers(parts.roster),
    sessionPapers: async () => ({ sessions: await parts.paperImport.list() }),
    thesis: ({ caller, params }) => theses.state(caller.attemptId, params.sessionId ?? ''),
    sessionTheses: async ({ params }) => ({ theses: await theses.list(params.sessionId ?? '') }),
    ...resultHandlers(parts.results),
    ...publicationHandlers(parts),
    ...helpHandlers(parts),
    ...assignmentHandlers(parts.assignments),
    ...qualificationHandlers(parts),
    ...markingHandlers(parts.marking, parts.markingAssignments),
    ...caseHandlers(parts.adjudication),
    attempts: ({ caller }) => parts.material.attempts(caller),
    attemptActivity: ({ params }) => parts.material.activity(attemptId(params)),
    retention: () => parts.retention.overview(),
    timetableLog: () => parts.timetable.log(),
    replanSession: async ({ caller, params, body }) => ({
      faults: await parts.timetable.replan(params.sessionId ?? '', body, caller.name),
    }),
    prohibitedPrograms: () => parts.programs.overview(),
    putProhibitedPrograms: async ({ caller, params, body }) => ({
      faults: await parts.programs.put(params.examinationId ?? '', body.programs, caller.staffId),
    }),
    violationRules: () => parts.violationRules.overview(),
    putViolationRules: async ({ caller, params, body }) => {
      await parts.violationRules.put(params.examinationId ?? '', body.rules, caller.name);
      return {};
    },
    iceServers: async ({ caller }) => ({ iceServers: iceServers(caller.staffId) }),
  };
}
