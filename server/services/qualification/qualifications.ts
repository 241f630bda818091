import type { RouteBody, RouteReply } from '../../../shared/contract/http.ts';
import { GENESIS } from '../../../shared/domain/entry.ts';
import {
  intactQualifications,
  type Need,
  type QualificationLink,
  type QualificationStep,
  rulesIn,
  type Standing,
  standingOf,
} from '../../../shared/domain/qualification.ts';
import type { StaffRole } from '../../../shared/domain/staff.ts';
import type { Clock } from '../../../shared/support/clock.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { Storage } from '../../sql/storage.ts';
import type { StaffCaller } from '../callers.ts';
import type { ChangedPasses } from './changed-passes.ts';
import { appendStep } from './qualification-log.ts';

type View = RouteReply<'qualifications'>;

/** So many lines of the log are shown, the latest first. */
const SHOWN_LINKS = 200;
/** Whose qualification there is: a row of the access table lets the same ones train. */
const INVIGILATORS: ReadonlySet<StaffRole> = new Set(['proctor', 'chief']);

export interface Standings {
  /** Only the qualified are given candidates. */
  required: boolean;
  of(staffId: string): Standing;
}

export interface Qualifications {
  overview(): Promise<View>;
  putRules(by: StaffCaller, body: RouteBody<'putQualificationRules'>): Promise<View>;
  /** Both throw `not_found` for whoever does not invigilate; `grant` throws `bad_request` for a time that is past. */
  grant(by: StaffCaller, staffId: string, body: RouteBody<'grantPass'>): Promise<View>;
  withdraw(by: StaffCaller, staffId: string, reason: string): Promise<View>;
  /** Where everybody stands, for whoever is to watch until then. */
  standings(until: number): Promise<Standings>;
}

const runsOf = (links: readonly QualificationLink[], kind: 'practice' | 'test') =>
  links.filter(({ step }) => step.kind === 'begun' && step.run === kind).length;

function lastTest(links: readonly QualificationLink[]): View['people'][number]['last'] {
  for (const { at, step } of [...links].reverse()) {
    if (step.kind === 'ended' && step.run === 'test') return { at, score: step.score, passed: step.passed };
  }
  return null;
}

interface Parts {
  store: Storage;
  clock: Clock;
  changed: ChangedPasses;
}

/** Who may invigilate, and what an exam centre asks for it: one log that is only added to (QUA-1, QUA-3). */
export function createQualifications({ store, clock, changed }: Parts): Qualifications {
  async function overview(): Promise<View> {
    const links = await store.allQualifications();
    const staff = await store.listStaff();
    const names = new Map(staff.map(({ id, name }) => [id, name]));
    const now = clock.now();
    const need: Need = { now, until: now };
    return {
      rules: rulesIn(links.map(({ step }) => step)),
      people: staff.flatMap(({ id, login, name, role }): View['people'] => {
        if (!INVIGILATORS.has(role)) return [];
        const own = links.filter(({ staffId }) => staffId === id);
        const standing = standingOf(
          own.map(({ step }) => step),
          need,
        );
        const counts = { tests: runsOf(own, 'test'), practices: runsOf(own, 'practice') };
        return [{ ...{ staffId: id, login, name, role, standing }, ...counts, last: lastTest(own) }];
      }),
      log: {
        ...{ links: links.length, intact: (await intactQualifications(links)) === links.length },
        head: links.at(-1)?.hash ?? GENESIS,
        latest: links
          .slice(-SHOWN_LINKS)
          .reverse()
          .map(({ seq, at, by, staffId, step }) => ({ seq, at, by, step, name: names.get(staffId ?? '') ?? null })),
      },
    };
  }

  async function add(by: StaffCaller, staffId: string | null, step: QualificationStep): Promise<View> {
    const known = (await store.listStaff()).some(({ id, role }) => id === staffId && INVIGILATORS.has(role));
    if (staffId !== null && !known) throw new Fault('not_found');
    await store.transaction((all) => appendStep(all, { at: clock.now(), by: by.name, staffId, step }));
    await changed();
    return overview();
  }

  return {
    overview,
    putRules: (by, { rules, reason }) => add(by, null, { kind: 'rules', rules, reason }),
    async grant(by, staffId, { until, reason }) {
      if (until <= clock.now()) throw new Fault('bad_request', { field: 'until' });
      return add(by, staffId, { kind: 'granted', until, reason });
    },
    withdraw: (by, staffId, reason) => add(by, staffId, { kind: 'withdrawn', reason }),
    async standings(until) {
      const steps = await store.qualifyingSteps();
      const need: Need = { now: clock.now(), until };
      return {
        required: rulesIn(steps.map(({ step }) => step)).required,
        of: (staffId) =>
          standingOf(
            steps.filter((each) => each.staffId === staffId).map(({ step }) => step),
            need,
          ),
      };
    },
  };
}
