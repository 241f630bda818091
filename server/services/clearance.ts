import type { RouteBody, RouteReply } from '../../shared/contract/http.ts';
import { type CaseLink, caseStanding } from '../../shared/domain/adjudication.ts';
import { clearances } from '../../shared/domain/clearance.ts';
import { findingClass } from '../../shared/domain/finding-class.ts';
import { HUMAN_KINDS, VIOLATION_KINDS, type ViolationKind } from '../../shared/domain/violation.ts';
import { decisionsByKind } from '../../shared/domain/violations/precision.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Storage } from '../sql/storage.ts';
import type { StaffCaller } from './callers.ts';
import type { Events } from './events.ts';

export interface Clearances {
  /** Says that a finding is no violation, or that it counts after all. Said twice it is said once. */
  judge(staff: StaffCaller, attemptId: string, eventId: string, body: RouteBody<'clearFinding'>): Promise<void>;
  /** What came of all findings that people decided about, kind by kind. */
  decisions(): Promise<RouteReply<'findingDecisions'>>;
}

const isViolation = (kind: string): kind is ViolationKind => (VIOLATION_KINDS as readonly string[]).includes(kind);

export function createClearances({ store, events }: { store: Storage; events: Events }): Clearances {
  return {
    async judge(staff, attemptId, eventId, { cleared, reason }) {
      const told = await store.transactionAbout({ attemptId }, async (all) => {
        const known = await all.eventsOf(attemptId);
        const about = known.find(({ id }) => id === eventId);
        if (!about || !isViolation(about.kind)) throw new Fault('not_found');
        if (clearances(known).has(eventId) === cleared) return [];
        // What never counted is not taken off the count.
        if (findingClass(about.kind, about.detail) === 'reported')
          await all.countViolations(attemptId, cleared ? -1 : 1);
        const kind = cleared ? 'finding_cleared' : 'finding_restored';
        const detail = { event: eventId, about: about.kind, by: staff.name, note: reason };
        return [await events.record(all, attemptId, kind, detail)];
      });
      events.announce(told);
    },
    async decisions() {
      const [words, reported, links, found] = await Promise.all([
        store.clearanceWords(),
        store.findingsOfReported(),
        store.allCaseLinks(),
        store.kindsFound(),
      ]);
      const kinds = new Map(reported.map(({ id, kind }) => [id, kind]));
      for (const { detail } of words)
        if (isViolation(String(detail.about))) kinds.set(String(detail.event), detail.about as ViolationKind);
      const cases = new Map<string, CaseLink[]>();
      for (const link of links) cases.set(link.caseId, [...(cases.get(link.caseId) ?? []), link]);
      const reports = [...cases.values()].flatMap((steps) => {
        const opened = steps[0]?.step;
        if (opened?.kind !== 'reported') return [];
        return [{ findings: opened.report.findings, verdict: caseStanding(steps).verdict }];
      });
      const decided = decisionsByKind({ kinds, cleared: new Set(clearances(words).keys()), reports });
      const by = new Map(decided.map((one) => [one.kind, one]));
      // What a proctor saw is no finding of the machine's.
      const human: readonly ViolationKind[] = HUMAN_KINDS;
      const machine = VIOLATION_KINDS.filter((kind) => found.includes(kind) && !human.includes(kind));
      return { kinds: machine.map((kind) => by.get(kind) ?? { kind, confirmed: 0, cleared: 0 }) };
    },
  };
}
