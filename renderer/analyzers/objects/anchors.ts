/** A place and size that the detector measures from; shares of the picture. */
export interface Anchor {
  x: number;
  y: number;
  width: number;
  height: number;
}

const INPUT_SIZE = 300;
/** Pixels of the input between two places of each of the model's six grids. */
const STRIDES = [16, 32, 64, 128, 256, 512] as const;
const [SMALLEST, LARGEST] = [0.2, 0.95];
const ASPECTS = [1, 2, 0.5, 3, 0.3333] as const;

const scaleOf = (grid: number): number =>
  grid === STRIDES.length ? 1 : SMALLEST + ((LARGEST - SMALLEST) * grid) / (STRIDES.length - 1);

const shape = (scale: number, aspect: number) => ({
  width: scale * Math.sqrt(aspect),
  height: scale / Math.sqrt(aspect),
});

/** The finest grid has three shapes a place, all others six. */
function shapesOf(grid: number): ReturnType<typeof shape>[] {
  const scale = scaleOf(grid);
  if (grid === 0) return [shape(0.1, 1), shape(scale, 2), shape(scale, 0.5)];
  return [...ASPECTS.map((aspect) => shape(scale, aspect)), shape(Math.sqrt(scale * scaleOf(grid + 1)), 1)];
}

/**
 * The anchors of SSDLite MobileNet V2 in the order of the model's outputs: grid by grid, row by row. The numbers are those of
 * TensorFlow's configuration of it (object_detection/samples/configs/ssdlite_mobilenet_v2_coco.config).
 */
export function ssdAnchors(): Anchor[] {
  return STRIDES.flatMap((stride, grid) => {
    const across = Math.ceil(INPUT_SIZE / stride);
    const shapes = shapesOf(grid);
    return Array.from({ length: across * across }, (_, place) => ({
      x: ((place % across) + 0.5) / across,
      y: (Math.floor(place / across) + 0.5) / across,
    })).flatMap((at) => shapes.map((size) => ({ ...at, ...size })));
  });
}
