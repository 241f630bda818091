/** What is looked for, by its place in the model's list of classes (COCO; 0 is none of them). */
export const OBJECT_CLASSES = { person: 1, phone: 77, book: 84 } as const;
export type ObjectKind = keyof typeof OBJECT_CLASSES;

/** One thing in a picture. `box`: shares of the picture, from its upper left; it may reach a little beyond. */
export interface SeenObject {
  kind: ObjectKind;
  /** 0..1 */
  score: number;
  box: { x: number; y: number; width: number; height: number };
}
