import * as z from 'zod';

const MacWindowSchema = z.object({
  /** CGWindowID. */
  id: z.number(),
  pid: z.number(),
  owner: z.string(),
  /** Empty from macOS 10.15 on, unless the candidate lets the exam record the screen. */
  title: z.string(),
  /** Bundle of its program; empty where it has none. */
  path: z.string(),
  layer: z.number(),
  alpha: z.number(),
  /** NSWindowSharingType: 0 is left out of captures. */
  sharing: z.number(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});
export type MacWindow = z.infer<typeof MacWindowSchema>;

/** What macOS shows right now. Whatever cannot be had is null. */
export const MacStateSchema = z.object({
  /** On the screen, the frontmost first. */
  windows: z.array(MacWindowSchema),
  /** The program that has the keyboard. */
  front: z.object({ pid: z.number(), name: z.string() }).nullable(),
  /** NSApplicationPresentationOptions of the program in front. */
  options: z.number().nullable(),
  /** Somebody records the screen or looks at it from afar. */
  watched: z.boolean().nullable(),
  /** The main display shows the same as another one. */
  mirrored: z.boolean().nullable(),
});
export type MacState = z.infer<typeof MacStateSchema>;
