import type { RouteReply } from '../../shared/contract/http.ts';
import { RuleChangesSchema } from '../../shared/contract/violation-rules.ts';
import type { RuleChanges } from '../../shared/domain/violations/rules.ts';
import { canonicalJson } from '../../shared/support/canonical-json.ts';
import type { Clock } from '../../shared/support/clock.ts';
import type { Storage } from '../sql/storage.ts';
import type { ExaminationBook } from './examination-book.ts';

export interface ViolationRulesDesk {
  /** The rules of each examination where they differ from the usual ones, and who changed them last. */
  overview(): Promise<RouteReply<'violationRules'>>;
  /** What a window of this examination is given at sign-in. Throws `not_found`. */
  changesFor(examinationId: string): Promise<RuleChanges>;
  /** Puts these in the place of the former; windows that sign in from now on have them. Throws `not_found`. */
  put(examinationId: string, rules: RuleChanges, by: string): Promise<void>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  book: ExaminationBook;
}

/** When what is watched becomes a violation: data of each examination, every change of it kept with its name. */
export function createViolationRules({ store, clock, book }: Parts): ViolationRulesDesk {
  const changesFor = async (examinationId: string): Promise<RuleChanges> =>
    RuleChangesSchema.parse(JSON.parse(await store.findViolationRules(examinationId)));
  return {
    changesFor,
    async overview() {
      const examinations = [];
      for (const { id } of book.examinations) {
        const last = await store.lastRuleChange(id);
        const changed = last ? { at: last.at, by: last.staff_name } : null;
        examinations.push({ examinationId: id, rules: await changesFor(id), changed });
      }
      return { examinations };
    },
    async put(examinationId, rules, by) {
      const { id } = book.examination(examinationId);
      await store.transaction(async (all) => {
        const last = await all.lastRuleChange(id);
        await all.changeViolationRules({
          ...{ examination_id: id, number: (last?.number ?? 0) + 1, at: clock.now(), staff_name: by },
          rules_json: canonicalJson(rules),
        });
      });
    },
  };
}
