import type { FoundProgram } from '../../../shared/contract/prohibited-programs.ts';
import { asProhibited, type ExtraProgram, extraProgramFaults } from '../../../shared/domain/extra-programs.ts';
import { PROGRAM_EVIDENCE } from '../../../shared/domain/program-kinds.ts';
import {
  type DesktopSystem,
  findProhibited,
  type ProgramMatch,
  type ProhibitedList,
} from '../../../shared/domain/prohibited-programs.ts';
import type { ScannedProcess, ScanProcesses } from './process-scan.ts';

export interface ProgramFinder {
  /** Puts an examination's own programs beside the list's, in place of those given before. */
  extend(programs: readonly ExtraProgram[]): void;
  /** Rejects when the system does not tell what runs. */
  matches(): Promise<ProgramMatch<ScannedProcess>[]>;
}

interface Parts {
  list: ProhibitedList;
  system: DesktopSystem;
  scan: ScanProcesses;
  log(text: string): void;
}

/** Which prohibited programs run on this computer, by the list and what the organiser added to it. */
export function createProgramFinder({ list, system, scan, log }: Parts): ProgramFinder {
  let programs = list.programs;
  return {
    extend(extra) {
      const faults = extraProgramFaults(extra, list.programs);
      // The exam centre has looked as well; what is wrong all the same is left out, and the rest holds.
      for (const { row, kind, value } of faults) log(`an added program is left out: ${row + 1} ${kind} ${value}`);
      const wrong = new Set(faults.map(({ row }) => row));
      programs = [...list.programs, ...extra.map(asProhibited).filter((_, row) => !wrong.has(row))];
    },
    async matches() {
      const ports = new Set(programs.flatMap(({ marks }) => marks.ports));
      return findProhibited(programs, await scan(ports), system);
    },
  };
}

/** Files of the system itself: what only listens on a port of a listed program may be one of them. */
const SYSTEM_FOLDERS = /^(?:[a-z]:\\windows\\|\/system\/|\/usr\/(?:s?bin|libexec)\/|\/s?bin\/)/i;

/** Whether the program may be closed for the candidate by what is known of this process. */
const isClosable = ({ program, process, by }: ProgramMatch<ScannedProcess>): boolean =>
  program.policy === 'end' && !(by === 'port' && (process.path === null || SYSTEM_FOLDERS.test(process.path)));

/** One card a program, by its most telling process. */
export function foundPrograms(matches: readonly ProgramMatch<ScannedProcess>[]): FoundProgram[] {
  const byProgram = new Map<string, ProgramMatch<ScannedProcess>[]>();
  for (const match of matches) byProgram.set(match.program.id, [...(byProgram.get(match.program.id) ?? []), match]);
  return [...byProgram.values()].flatMap((same) => {
    const [first] = [...same].sort((a, b) => PROGRAM_EVIDENCE.indexOf(a.by) - PROGRAM_EVIDENCE.indexOf(b.by));
    if (!first) return [];
    const { id, name, publisher, kind, policy, quit } = first.program;
    const closable = same.every(isClosable);
    return [{ id, name, publisher, kind, policy, quit, image: first.process.image, by: first.by, closable }];
  });
}
