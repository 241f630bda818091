import { isInputMethod, type ProcessNames } from './input-methods.ts';
import type { ProgramEvidence, ProgramKind, ProgramPolicy, WayToQuit } from './program-kinds.ts';

export type DesktopSystem = 'win32' | 'darwin' | 'linux';

/** By what a program is recognised: each exactly and whole, never by a pattern, which would hit the innocent. */
export interface ProgramMarks {
  /** File names, with their endings. Letter case counts except on Windows. On Windows also the original name. */
  images: Readonly<Record<DesktopSystem, readonly string[]>>;
  /** What the version resource calls the file, where that is none of `images.win32`. */
  originalNames: readonly string[];
  /** A bundle id, which stands for those that go on after a dot as well. */
  bundleIds: readonly string[];
  /** Organisation or name in the certificate of the file's signature: of publishers of prohibited programs alone. */
  signers: readonly string[];
  /** TCP ports on which nothing else usually listens. */
  ports: readonly number[];
}

export interface ProhibitedProgram {
  id: string;
  name: Readonly<{ zh: string; en: string }>;
  publisher: string;
  kind: ProgramKind;
  policy: ProgramPolicy;
  quit: WayToQuit;
  marks: ProgramMarks;
}

export interface ProhibitedList {
  version: string;
  programs: readonly ProhibitedProgram[];
}

/** One process as far as it tells what it is. */
export interface RunningProcess extends ProcessNames {
  pid: number;
  signers: readonly string[];
  /** TCP ports on which it listens. */
  ports: readonly number[];
}

/** A process that is one of a prohibited program's, and what gave it away. */
export interface ProgramMatch<Process extends RunningProcess = RunningProcess> {
  program: ProhibitedProgram;
  process: Process;
  by: ProgramEvidence;
}

const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();
const among = (names: readonly string[], name: string): boolean => names.some((each) => same(each, name));
const isBundle = (id: string, bundleId: string): boolean =>
  same(id, bundleId) || bundleId.toLowerCase().startsWith(`${id.toLowerCase()}.`);

/** What gives this process away as the program, if anything does. */
function evidence(
  { images, originalNames, bundleIds, signers, ports }: ProgramMarks,
  process: RunningProcess,
  system: DesktopSystem,
): ProgramEvidence | null {
  const { image, bundleId, originalName } = process;
  if (system === 'win32' ? among(images.win32, image) : images[system].includes(image)) return 'image';
  if (bundleId !== null && bundleIds.some((id) => isBundle(id, bundleId))) return 'bundle_id';
  if (originalName !== null && among([...images.win32, ...originalNames], originalName)) return 'original_name';
  if (process.signers.some((signer) => among(signers, signer))) return 'signer';
  return process.ports.some((port) => ports.includes(port)) ? 'port' : null;
}

/** Which of the processes are on the list, each by its most telling mark. An input method never is. */
export function findProhibited<Process extends RunningProcess>(
  programs: readonly ProhibitedProgram[],
  processes: readonly Process[],
  system: DesktopSystem,
): ProgramMatch<Process>[] {
  return processes
    .filter((process) => !isInputMethod(process))
    .flatMap((process) => {
      const found = programs.flatMap((program) => {
        const by = evidence(program.marks, process, system);
        return by ? [{ program, process, by }] : [];
      });
      // Somebody else's port must not make two programs of one.
      const sure = found.filter(({ by }) => by !== 'port');
      return sure.length > 0 ? sure : found;
    });
}
