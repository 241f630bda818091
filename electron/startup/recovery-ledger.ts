import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { writeDurably } from '../disk/durable-file.ts';

/** Names of the steps that have begun and are not undone, in the order they began. */
export interface Ledger {
  begun(): Promise<readonly string[]>;
  begin(step: string): Promise<void>;
  end(step: string): Promise<void>;
}

/** For steps whose effect ends with the process: there is nothing to undo at the next start. */
export const VOLATILE_LEDGER: Ledger = {
  begun: async () => [],
  begin: async () => undefined,
  end: async () => undefined,
};

const LedgerSchema = z.object({ begun: z.array(z.string()) });

/**
 * The ledger in a file, synced before `begin` resolves. `allSteps` is what a ledger that cannot be read stands for:
 * everything may have begun, and undoing what never was does no harm.
 */
export function openLedger(path: string, allSteps: readonly string[]): Ledger {
  async function read(): Promise<string[]> {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw cause;
    }
    try {
      return LedgerSchema.parse(JSON.parse(text)).begun;
    } catch {
      return [...allSteps];
    }
  }
  const write = (begun: string[]) => writeDurably(path, JSON.stringify({ begun }));
  return {
    begun: read,
    async begin(step) {
      await write([...(await read()).filter((name) => name !== step), step]);
    },
    async end(step) {
      const begun = await read();
      if (begun.includes(step)) await write(begun.filter((name) => name !== step));
    },
  };
}
