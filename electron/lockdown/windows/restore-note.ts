import { readFile } from 'node:fs/promises';
import type * as z from 'zod';
import { removeDurably, writeDurably } from '../../disk/durable-file.ts';

/** How something was before a measure changed it, on the disk, so that the next start can put it back (LOCK-1). */
export interface RestoreNote<Value> {
  /** Null: nothing was changed, or it has been put back. */
  read(): Promise<Value | null>;
  /** To be written before the change. */
  write(value: Value): Promise<void>;
  forget(): Promise<void>;
}

export function restoreNote<Value>(path: string, schema: z.ZodType<Value>): RestoreNote<Value> {
  return {
    async read() {
      // One that cannot be read says no more than none: it is written whole before anything is changed.
      const text = await readFile(path, 'utf8').catch(() => null);
      if (text === null) return null;
      try {
        return schema.parse(JSON.parse(text));
      } catch {
        return null;
      }
    },
    write: (value) => writeDurably(path, JSON.stringify(value)),
    forget: () => removeDurably(path),
  };
}
