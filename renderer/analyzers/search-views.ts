/** A part of a picture in its pixels; it may reach beyond the picture. */
export interface PictureView {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Overlapping, so that no face lies on every border: a part's side as a share of the picture's, and how many a row. */
const PARTS = [
  { share: 0.6, across: 2 },
  { share: 0.36, across: 4 },
] as const;
/** The detector looks at 128 pixels: a part of not much more shows nothing that the whole did not. */
const SMALLEST_SIDE = 180;

/**
 * Where a face is looked for, one after another. The detector is made for faces from about a tenth of the picture to most of
 * it: one that fills the picture needs room around it, a small one a closer look.
 */
export function searchViews(width: number, height: number): PictureView[] {
  const wider = [
    { x: 0, y: 0, width, height },
    { x: -width / 2, y: -height / 2, width: 2 * width, height: 2 * height },
  ];
  const parts = PARTS.filter(({ share }) => share * Math.min(width, height) >= SMALLEST_SIDE).flatMap(
    ({ share, across }) => {
      const at = Array.from({ length: across }, (_, index) => (index * (1 - share)) / (across - 1));
      const places = [{ x: (1 - share) / 2, y: (1 - share) / 2 }, ...at.flatMap((y) => at.map((x) => ({ x, y })))];
      return places.map(({ x, y }) => ({
        ...{ x: x * width, y: y * height },
        ...{ width: share * width, height: share * height },
      }));
    },
  );
  return [...wider, ...parts];
}
