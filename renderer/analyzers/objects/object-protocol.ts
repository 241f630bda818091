import type { SeenObject } from './seen-object.ts';

/** A picture is transferred, and closed by the worker. Replies come in the order of the questions. */
export interface ObjectRequest {
  bitmap: ImageBitmap;
}

/** What one picture shows, surest first, and what looking took, ms. */
export interface ObjectLook {
  objects: SeenObject[];
  tookMs: number;
}

/** `ready` comes once, first; `failed` answers a question, or tells that the model could not be started. */
export type ObjectReply =
  | { kind: 'ready' }
  | { kind: 'looked'; look: ObjectLook }
  | { kind: 'failed'; message: string };
