/** Part of a picture, in fractions of its width and height: 0..1, origin at the top left. */
export interface FaceBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Head pose in degrees, 0 when facing the camera. The sides are the candidate's own, whatever a preview mirrors. */
export interface HeadPose {
  /** Positive: turned to the candidate's left. */
  yaw: number;
  /** Positive: looking up. */
  pitch: number;
  /** Positive: tilted towards the candidate's right shoulder. */
  roll: number;
}

/**
 * Of one face, whatever its size and place in the picture (`face-shape.ts`): in lengths of the line from between the eyes to the upper
 * lip, which no expression changes, and which gets shorter together with eyes and mouth when a picture of a face is tilted.
 */
export interface FaceShape {
  /** How far the lids are apart, the mean of both eyes; some 0.15 open. */
  eyes: number;
  /** How far the lips are apart; 0 shut. */
  mouth: number;
  /**
   * Where the tip of the nose is seen against that line: aside of it, positive to the candidate's left, and along it. It stands out of
   * the face, so that it moves when a head turns, and not when a flat picture does.
   */
  noseAside: number;
  noseDown: number;
}

/**
 * How three parts of a face differ from the skin beside them: what cloth, paper or dark glass over it does. `colour`: the distance
 * between their hues, as logarithms of red to green and green to blue, which the strength of the light does not change. `light`: how
 * much lighter (or, negative, darker) it is, as a logarithm.
 */
export interface FaceCover {
  /** Nose, upper lip, chin and the cheeks beside them, against the skin between the brows. `lips`: how much redder they are than the skin around. */
  mouth: { colour: number; light: number; lips: number };
  /** The lids and the skin around the eyes, against the cheeks; of the eye that differs less. */
  eyes: { colour: number; light: number };
  /** The forehead, against the cheeks; of its third that differs least. */
  brow: { colour: number; light: number };
}

/** What one frame shows. Of several faces the largest is described. */
export interface FaceObservation {
  /** When the frame was taken, as given to `observe`: milliseconds of a clock that never jumps. */
  timestampMs: number;
  faces: number;
  box: FaceBox | null;
  /** Area of the second largest face as a share of the largest one's; 0 without one. */
  second: number;
  yaw: number | null;
  pitch: number | null;
  roll: number | null;
  shape: FaceShape | null;
  /** Mean luma 0..255 of the face, or of the whole frame without one. */
  brightness: number;
  /** Mean luma of the whole frame. */
  around: number;
  /** Variance of the Laplacian of the same region at 112×112: low is blurred. */
  sharpness: number;
  /** How parts of it differ from its skin (`face-cover.ts`); null without a face, or of one too small to tell. */
  cover: FaceCover | null;
  /** 478 points as x, y (fractions of the frame) and z (same scale as x, towards the camera negative); null without a face. */
  landmarks: Float32Array | null;
}

/** Why a picture is not fit for a face comparison. */
export type TemplateProblem =
  | 'no_face'
  | 'several_faces'
  | 'too_small'
  | 'backlit'
  | 'too_dark'
  | 'too_bright'
  | 'blurred'
  | 'off_centre'
  | 'covered';

/**
 * A face as 192 numbers of unit length, to be compared by cosine. `template` is null for `no_face`, and for `several_faces`
 * of about one size: with any other problem it is there but less certain, which a registered photo may have to be, and a
 * picture that can be taken again should not.
 */
export interface FaceTemplate {
  template: number[] | null;
  problem: TemplateProblem | null;
}
