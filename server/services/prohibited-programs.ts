import given from '../../assets/prohibited-programs.json';
import type { RouteReply } from '../../shared/contract/http.ts';
import { ExtraProgramsSchema, ProhibitedListSchema } from '../../shared/contract/prohibited-programs.ts';
import { type ExtraProgram, type ExtraProgramFault, extraProgramFaults } from '../../shared/domain/extra-programs.ts';
import type { Storage } from '../sql/storage.ts';
import type { ExaminationBook } from './examination-book.ts';
import type { Log } from './ports.ts';

export interface ProhibitedPrograms {
  /** The list that everybody has, and what was added for each examination. */
  overview(): Promise<RouteReply<'prohibitedPrograms'>>;
  /** What candidates of this examination are given besides the list. Throws `not_found`. */
  addedFor(examinationId: string): Promise<ExtraProgram[]>;
  /** Puts these in the place of the former ones; with a fault, none of them. Throws `not_found`. */
  put(examinationId: string, programs: readonly ExtraProgram[], by: string): Promise<ExtraProgramFault[]>;
}

interface Parts {
  store: Storage;
  book: ExaminationBook;
  log: Log;
}

/** Which programs may not run beside an examination. The list comes with the program, what is added is kept here. */
export function createProhibitedPrograms({ store, book, log }: Parts): ProhibitedPrograms {
  const list = ProhibitedListSchema.parse(given);
  const addedFor = async (examinationId: string): Promise<ExtraProgram[]> =>
    ExtraProgramsSchema.parse(JSON.parse(await store.findProhibitedPrograms(examinationId)));
  return {
    addedFor,
    async overview() {
      const examinations = [];
      for (const { id } of book.examinations) {
        examinations.push({ examinationId: id, programs: await addedFor(id) });
      }
      return { list, examinations };
    },
    async put(examinationId, programs, by) {
      const { id } = book.examination(examinationId);
      const faults = extraProgramFaults(programs, list.programs);
      if (faults.length > 0) return faults;
      await store.putProhibitedPrograms(id, JSON.stringify(programs));
      log.info({ examinationId: id, by, programs: programs.length }, 'the prohibited programs were changed');
      return [];
    },
  };
}
