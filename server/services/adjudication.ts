import { createHash } from 'node:crypto';
import type { Case } from '../../shared/contract/cases.ts';
import type { RouteBody } from '../../shared/contract/http.ts';
import {
  type CaseLink,
  type CaseStanding,
  type CaseStep,
  caseStanding,
  caseText,
  intactCaseLinks,
  stepRefusal,
} from '../../shared/domain/adjudication.ts';
import { groundText, isGround, type Verdict } from '../../shared/domain/case-grounds.ts';
import { GENESIS } from '../../shared/domain/entry.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Queries, Storage } from '../sql/storage.ts';
import type { StaffCaller } from './callers.ts';
import type { ExaminationBook } from './examination-book.ts';
import { newId } from './ids.ts';
import type { Log, RandomSource } from './ports.ts';

type Judgement = RouteBody<'judgeCase'>;

export interface Adjudication {
  /** Every case, the latest report first. */
  all(): Promise<Case[]>;
  ofAttempt(attemptId: string): Promise<Case[]>;
  /** Throws `not_found` for findings or a session that are not this attempt's. */
  report(staff: StaffCaller, attemptId: string, body: RouteBody<'reportCase'>): Promise<Case>;
  /** These throw `not_found`, `case_not_waiting` or `case_needs_another`. */
  judge(staff: StaffCaller, caseId: string, judgement: Judgement): Promise<Case>;
  passOn(staff: StaffCaller, caseId: string, text: string): Promise<Case>;
  decide(staff: StaffCaller, caseId: string, judgement: Judgement): Promise<Case>;
  appeal(staff: StaffCaller, caseId: string, text: string): Promise<Case>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  random: RandomSource;
  book: ExaminationBook;
  log: Log;
}

function requireGround({ verdict, ground }: { verdict: Verdict; ground: string }): void {
  if (!isGround(verdict, ground)) throw new Fault('bad_request', { field: 'ground' });
}

/** What is written beside the score when a case closes; null: nothing is, or nothing changed (notice §4.3). */
function annotationText(before: CaseStanding | null, now: CaseStanding, text: string): string | null {
  if (now.state !== 'closed' || now.verdict === null || now.ground === null) return null;
  const ground = groundText(now.verdict, now.ground, 'zh');
  if (now.verdict === 'sustained') return `违纪：${ground}。${text}`;
  // Only an annotation that stands can be taken back.
  return before?.verdict === 'sustained' ? `复核后撤销违纪认定：${ground}。${text}` : null;
}

/** Whether the last verdict before the case was opened again was against the candidate. */
function standingBefore(links: readonly CaseLink[]): CaseStanding | null {
  const opened = links.map(({ step }) => step.kind).lastIndexOf('appealed');
  return opened > 0 ? caseStanding(links.slice(0, opened)) : null;
}

function grouped(links: readonly CaseLink[], by: (link: CaseLink) => string): ReadonlyMap<string, CaseLink[]> {
  const groups = new Map<string, CaseLink[]>();
  for (const link of links) groups.set(by(link), [...(groups.get(by(link)) ?? []), link]);
  return groups;
}

/** Cases from a report to the last word, as a chain of steps that is only added to (EVI-2). */
export function createAdjudication({ store, clock, random, book, log }: Parts): Adjudication {
  async function view(all: Queries, links: readonly CaseLink[]): Promise<Case[]> {
    const chains = grouped(links, ({ attemptId }) => attemptId);
    if (chains.size === 0) return [];
    const people = new Map((await all.candidatesOfAttempts([...chains.keys()])).map((row) => [row.id, row]));
    const cases: Case[] = [];
    for (const [attemptId, chain] of chains) {
      const person = people.get(attemptId);
      const intact = (await intactCaseLinks(chain)) === chain.length;
      for (const [caseId, own] of grouped(chain, (link) => link.caseId)) {
        const opened = own[0]?.step;
        // A chain that was broken into may have lost its report: what is left of it has no case to show.
        if (!person || opened?.kind !== 'reported') continue;
        cases.push({
          ...{ caseId, attemptId, intact, report: { ...opened.report, findings: [...opened.report.findings] } },
          candidate: { name: person.name, admissionNo: person.admission_no },
          examinationId: person.examination_id,
          standing: caseStanding(own),
          steps: own.map(({ seq, at, by, step, hash }) => ({ seq, at, by, step: step as never, hash })),
        });
      }
    }
    return cases.sort((left, right) => (right.steps[0]?.at ?? 0) - (left.steps[0]?.at ?? 0));
  }

  /** Adds a step, in a transaction about its attempt. */
  async function take(staff: StaffCaller, attemptId: string, caseId: string, step: CaseStep): Promise<Case> {
    const taken = await store.transactionAbout({ attemptId }, async (all) => {
      const chain = await all.caseLinksOf(attemptId);
      const own = chain.filter((link) => link.caseId === caseId);
      const refused = stepRefusal(own, step.kind, staff.staffId);
      if (refused) throw new Fault(refused);
      const { seq, hash: prev } = chain.at(-1) ?? { seq: 0, hash: GENESIS };
      const by = { id: staff.staffId, name: staff.name, role: staff.role };
      const link = { attemptId, caseId, seq: seq + 1, at: clock.now(), by, step, prev };
      const added = { ...link, hash: createHash('sha256').update(caseText(link)).digest('hex') };
      await all.insertCaseLink(added);
      const after = [...own, added];
      const opened = after[0]?.step;
      const annotation = annotationText(standingBefore(after), caseStanding(after), step.text);
      if (annotation !== null && opened?.kind === 'reported') {
        await all.insertAnnotation({
          ...{ attempt_id: attemptId, session_id: opened.report.sessionId },
          ...{ text: annotation, by_name: staff.name, at: clock.now() },
        });
      }
      return (await view(all, [...chain, added])).find((each) => each.caseId === caseId);
    });
    if (!taken) throw new Fault('not_found');
    log.info({ attemptId, caseId, step: step.kind, by: staff.name }, 'a step of a case was taken');
    return taken;
  }

  const about = async (staff: StaffCaller, caseId: string, step: CaseStep) =>
    take(staff, await store.attemptOfCase(caseId), caseId, step);

  return {
    all: async () => view(store, await store.allCaseLinks()),
    ofAttempt: async (attemptId) => view(store, await store.caseLinksOf(attemptId)),
    async report(staff, attemptId, { report, text }) {
      const { examination_id: examinationId } = await store.findAttempt(attemptId);
      if (!book.examination(examinationId).sessions.some(({ id }) => id === report.sessionId))
        throw new Fault('not_found');
      const known = new Set((await store.eventsOf(attemptId)).map(({ id }) => id));
      if (!report.findings.every((id) => known.has(id))) throw new Fault('not_found');
      const fourEyes = await store.needsFourEyes(examinationId);
      return take(staff, attemptId, newId(random), { kind: 'reported', report, fourEyes, text });
    },
    async judge(staff, caseId, judgement) {
      requireGround(judgement);
      return about(staff, caseId, { kind: 'judged', ...judgement });
    },
    passOn: (staff, caseId, text) => about(staff, caseId, { kind: 'passed_on', text }),
    async decide(staff, caseId, judgement) {
      requireGround(judgement);
      return about(staff, caseId, { kind: 'decided', ...judgement });
    },
    appeal: (staff, caseId, text) => about(staff, caseId, { kind: 'appealed', text }),
  };
}
