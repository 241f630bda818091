import type { ImageEmbedder } from '@mediapipe/tasks-vision';
import type { FaceTemplate } from './face-observation.ts';
import { readableCanvas } from './face-observer.ts';
import { ARCFACE_POINTS, CROP_SIZE, eyeDistance, facePoints } from './face-points.ts';
import type { SearchedPicture } from './face-search.ts';
import { similarityTransform } from './similarity-transform.ts';
import { templateProblem } from './template-gate.ts';
import { meanDirection } from './unit-vector.ts';

const crop = readableCanvas(CROP_SIZE, CROP_SIZE);

function embedCrop(embedder: ImageEmbedder): number[] {
  const embedding = embedder.embed(crop.canvas).embeddings[0]?.floatEmbedding;
  if (!embedding) throw new Error('the face recognition model gave no embedding');
  return embedding;
}

/** Smaller beside the largest face, somebody is behind whoever the picture is of. */
const BEHIND = 0.35;

/**
 * The template of the face that a picture is of: aligned by five points to the 112×112 crop of ArcFace, as it is and
 * mirrored, and the mean of both, which is steadier than either.
 */
export function templateOf(embedder: ImageEmbedder, { picture, scale, seen }: SearchedPicture): FaceTemplate {
  const points = seen.landmarks ? facePoints(seen.landmarks, picture.width, picture.height) : [];
  const problem = templateProblem(seen, eyeDistance(points) / scale);
  if (problem === 'no_face' || (problem === 'several_faces' && seen.second > BEHIND))
    return { template: null, problem };
  const { a, b, c, d, e, f } = similarityTransform(points, ARCFACE_POINTS);
  crop.setTransform(1, 0, 0, 1, 0, 0);
  crop.clearRect(0, 0, CROP_SIZE, CROP_SIZE);
  crop.setTransform(a, b, c, d, e, f);
  crop.imageSmoothingQuality = 'high';
  crop.drawImage(picture, 0, 0);
  const straight = embedCrop(embedder);
  crop.setTransform(-a, b, -c, d, CROP_SIZE - e, f);
  crop.drawImage(picture, 0, 0);
  return { template: meanDirection(straight, embedCrop(embedder)), problem };
}
