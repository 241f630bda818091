import type { LivenessAction } from '../../../shared/domain/identity.ts';
import type { FaceEngine } from '../../analyzers/face-engine.ts';
import type { FaceObservation, TemplateProblem } from '../../analyzers/face-observation.ts';
import { askFor, type Liveness, nextLiveness } from '../../analyzers/liveness.ts';
import { templateProblem } from '../../analyzers/template-gate.ts';
import type { FrameSource } from '../capture/frame-source.ts';
import { averageTemplate } from './average-template.ts';

/** What the candidate is shown meanwhile. */
export type FaceProgress =
  | { step: 'facing'; hint: TemplateProblem | null; progress: number }
  | { step: 'acting'; liveness: Liveness };

export interface CapturedFace {
  template: number[];
  /** JPEG, base64. */
  picture: string;
  /** Largest turn seen to an asked side, degrees; 0 where none was asked. */
  turnDegrees: number;
}

/** The camera went, or the screen was left. */
export class Interrupted extends Error {}

/** Good pictures in a row before anything is asked, about half a second. */
const STEADY = 8;
/** Templates that are averaged. */
const TEMPLATES = 4;
/** Eye distance as a share of the face box's width. */
const EYES_OF_BOX = 0.42;

interface Parts {
  eyes: Pick<FaceEngine, 'observe' | 'template'>;
  frames: Pick<FrameSource, 'next' | 'jpeg'>;
  /** What is asked for, in this order. */
  actions: readonly LivenessAction[];
  signal: AbortSignal;
  tell(progress: FaceProgress): void;
}

/** Waits for a clear face, asks for the actions, and takes the face as templates. Throws `Interrupted`. */
export async function captureFace({ eyes, frames, actions, signal, tell }: Parts): Promise<CapturedFace> {
  const next = async (): Promise<ImageBitmap> => {
    const bitmap = await frames.next();
    if (!signal.aborted) return bitmap;
    bitmap.close();
    throw new Interrupted();
  };
  const observe = async (): Promise<{ seen: FaceObservation; hint: TemplateProblem | null }> => {
    const bitmap = await next();
    const { width } = bitmap;
    const seen = await eyes.observe(bitmap, performance.now());
    if (signal.aborted) throw new Interrupted();
    return { seen, hint: templateProblem(seen, (seen.box?.width ?? 0) * width * EYES_OF_BOX) };
  };

  for (let steady = 0; steady < STEADY; ) {
    const { hint } = await observe();
    steady = hint === null ? steady + 1 : 0;
    tell({ step: 'facing', hint, progress: steady / (STEADY + TEMPLATES) });
  }

  let liveness = askFor(actions);
  while (liveness.phase !== 'passed') {
    liveness = nextLiveness(liveness, (await observe()).seen);
    tell({ step: 'acting', liveness });
  }

  const templates: number[][] = [];
  while (templates.length < TEMPLATES) {
    const { template, problem } = await eyes.template(await next());
    if (signal.aborted) throw new Interrupted();
    if (template && problem === null) templates.push(template);
    tell({ step: 'facing', hint: problem, progress: (STEADY + templates.length) / (STEADY + TEMPLATES) });
  }
  return { template: averageTemplate(templates), picture: frames.jpeg(), turnDegrees: liveness.turnDegrees };
}
