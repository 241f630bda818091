import type { FaceLandmarker, NormalizedLandmark } from '@mediapipe/tasks-vision';
import { areaOf, boxOf, WHOLE_FRAME } from './face-box.ts';
import { faceCover } from './face-cover.ts';
import type { FaceBox, FaceObservation } from './face-observation.ts';
import { CROP_SIZE } from './face-points.ts';
import { faceShape } from './face-shape.ts';
import { brightnessOf, lumaOf, sharpnessOf } from './frame-measures.ts';
import { headPose } from './head-pose.ts';

function flattened(points: readonly NormalizedLandmark[]): Float32Array {
  return Float32Array.from(points.flatMap(({ x, y, z }) => [x, y, z]));
}

/** A canvas to read pixels from, in the worker. */
export function readableCanvas(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser has no 2d canvas in workers');
  return context;
}

type Picture = ImageBitmap | OffscreenCanvas;

const measured = readableCanvas(CROP_SIZE, CROP_SIZE);
/** The whole frame, as coarse as its mean allows. */
const GLANCE = { width: 16, height: 12 };
const glanced = readableCanvas(GLANCE.width, GLANCE.height);

function glance(bitmap: Picture): number {
  glanced.drawImage(bitmap, 0, 0, GLANCE.width, GLANCE.height);
  return brightnessOf(lumaOf(glanced.getImageData(0, 0, GLANCE.width, GLANCE.height).data));
}

/** Pixels across a face below which its parts run into each other. */
const SMALLEST_FACE = 60;

function measure(
  bitmap: Picture,
  box: FaceBox,
  landmarks: Float32Array | null,
): Pick<FaceObservation, 'brightness' | 'sharpness' | 'cover'> {
  const { x, y, width, height } = box;
  measured.clearRect(0, 0, CROP_SIZE, CROP_SIZE);
  const { width: columns, height: rows } = bitmap;
  measured.drawImage(bitmap, x * columns, y * rows, width * columns, height * rows, 0, 0, CROP_SIZE, CROP_SIZE);
  const { data } = measured.getImageData(0, 0, CROP_SIZE, CROP_SIZE);
  const luma = lumaOf(data);
  const cover = landmarks && width * columns >= SMALLEST_FACE ? faceCover(data, landmarks, box) : null;
  return { brightness: brightnessOf(luma), sharpness: sharpnessOf(luma, CROP_SIZE), cover };
}

/** Looks at one frame. The bitmap stays open. */
export function observeFaces(landmarker: FaceLandmarker, bitmap: Picture, timestampMs: number): FaceObservation {
  const { faceLandmarks, facialTransformationMatrixes } = landmarker.detect(bitmap);
  const faces = faceLandmarks
    .map((points, index) => {
      const landmarks = flattened(points);
      return { landmarks, box: boxOf(landmarks), matrix: facialTransformationMatrixes[index]?.data };
    })
    .sort((left, right) => areaOf(right.box) - areaOf(left.box));
  const [main, second] = faces;
  const pose = main?.matrix ? headPose(main.matrix) : null;
  return {
    timestampMs,
    faces: faces.length,
    box: main?.box ?? null,
    second: main && second ? areaOf(second.box) / areaOf(main.box) : 0,
    yaw: pose?.yaw ?? null,
    pitch: pose?.pitch ?? null,
    roll: pose?.roll ?? null,
    shape: main ? faceShape(main.landmarks, bitmap.width, bitmap.height) : null,
    ...measure(bitmap, main?.box ?? WHOLE_FRAME, main?.landmarks ?? null),
    around: glance(bitmap),
    landmarks: main?.landmarks ?? null,
  };
}
