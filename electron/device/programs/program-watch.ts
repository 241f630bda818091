import type { Finding } from '../../../shared/contract/shell.ts';
import { foundPrograms, type ProgramFinder } from './program-finder.ts';

export interface ProgramWatch {
  /** Looks now and then every few seconds; harmless when it does already. */
  begin(): void;
  end(): void;
}

interface Parts {
  finder: Pick<ProgramFinder, 'matches'>;
  schedule(task: () => void, ms: number): () => void;
  report(finding: Finding): void;
  log(text: string): void;
}

const LOOK_EVERY_MS = 4_000;

/** Tells each prohibited program that runs during the examination, once; a proctor decides what it means. */
export function createProgramWatch({ finder, schedule, report, log }: Parts): ProgramWatch {
  let cancel: (() => void) | null = null;
  let turn = 0;
  let saidUnknown = false;

  async function look(told: Set<string>): Promise<void> {
    try {
      for (const { id, name, policy, image, by } of foundPrograms(await finder.matches())) {
        if (told.has(id)) continue;
        told.add(id);
        const detail = { program: name.zh, programEn: name.en, policy, image, by };
        report({ kind: 'prohibited_app', durationMs: 0, detail });
      }
    } catch (cause) {
      if (!saidUnknown) log(`what runs cannot be seen: ${cause}`);
      saidUnknown = true;
    }
  }

  async function go(mine: number, told: Set<string>): Promise<void> {
    await look(told);
    if (mine === turn) cancel = schedule(() => void go(mine, told), LOOK_EVERY_MS);
  }

  return {
    begin() {
      if (cancel) return;
      turn += 1;
      cancel = () => undefined;
      void go(turn, new Set());
    },
    end() {
      turn += 1;
      cancel?.();
      cancel = null;
    },
  };
}
