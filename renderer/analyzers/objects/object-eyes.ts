import type { ObjectEngine } from './object-engine.ts';
import type { ObjectLook } from './object-protocol.ts';

/** The one object analyser that every camera's pictures go to, in turn. */
export interface ObjectEyes {
  /** What a picture shows; null when the model cannot be run now: the next picture starts it anew. The bitmap is transferred. */
  look(bitmap: ImageBitmap): Promise<ObjectLook | null>;
  /** Gives its memory back until somebody looks again. */
  rest(): void;
}

interface Parts {
  open(): ObjectEngine;
  log(level: 'warn', text: string): void;
}

export function createObjectEyes({ open, log }: Parts): ObjectEyes {
  let engine: ObjectEngine | null = null;
  return {
    async look(bitmap) {
      engine ??= open();
      const asked = engine;
      try {
        return await asked.look(bitmap);
      } catch (cause) {
        log('warn', `persons and things: ${String(cause)}`);
        asked.close();
        if (engine === asked) engine = null;
        return null;
      }
    },
    rest() {
      engine?.close();
      engine = null;
    },
  };
}
