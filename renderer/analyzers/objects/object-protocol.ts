import type { SeenObject } from './seen-object.ts';

/** A picture is transferred, and closed by the worker. */
export interface ObjectRequest {
  bitmap: ImageBitmap;
}

/** What one picture shows, surest first, and what looking took, ms. */
export interface ObjectLook {
  objects: SeenObject[];
  tookMs: number;
}

export type ObjectReply = { kind: 'looked'; look: ObjectLook };
