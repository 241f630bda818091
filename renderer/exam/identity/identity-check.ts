import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { Attempt } from '../../../shared/contract/views.ts';
import { drawActions, type LivenessAction } from '../../../shared/domain/identity.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { FaceEngine } from '../../analyzers/face-engine.ts';
import type { Capture, TrackState } from '../capture/capture.ts';
import type { FrameSource } from '../capture/frame-source.ts';
import { createObservable, type Observable } from '../observable.ts';
import { type CapturedFace, captureFace, type FaceProgress, Interrupted } from './face-capture.ts';
import { registeredFace } from './registered-face.ts';

export type IdentityState =
  | { step: 'starting' }
  | { step: 'no_camera'; camera: TrackState }
  | { step: 'no_engine' }
  | FaceProgress
  | { step: 'comparing' }
  | { step: 'retry'; triesLeft: number; similarity: number }
  | { step: 'pending'; why: 'manual' | 'enrolment'; similarity: number | null }
  | { step: 'refused' }
  | { step: 'passed'; similarity: number | null }
  | { step: 'fault'; fault: Fault };

export interface IdentityCheck extends Observable<IdentityState> {
  /** From the beginning: on entering, after a failed try, after the camera was allowed. */
  begin(): void;
  /** A proctor decides, with a picture where there is one. Throws `Fault`. */
  askProctor(): Promise<void>;
  /** The candidate has seen that it passed. */
  proceed(): void;
  stop(): void;
  /** The face that passed, or that a proctor confirmed; null where nobody's was taken. For this sitting only, and never stored. */
  confirmedFace(): readonly number[] | null;
}

interface Parts {
  http: HttpClient;
  capture: Capture;
  attempt: Observable<Attempt>;
  /** Whether the roster has a photo; without one the candidate enrols. */
  hasPhoto: boolean;
  /** Starts the face analyser; it is closed when the identity is settled, so that it costs nothing later. */
  openEyes(): FaceEngine;
  openFrames(stream: MediaStream): Promise<FrameSource>;
  random(): number;
  onPassed(): void;
  log(level: 'info' | 'warn' | 'error', text: string): void;
}

/** Recognises the candidate: registered photo, live face, two actions by chance; a proctor where that fails. */
export function createIdentityCheck(parts: Parts): IdentityCheck {
  const { http, capture, attempt, hasPhoto, openEyes, openFrames, random, onPassed, log } = parts;
  const state = createObservable<IdentityState>({ step: 'starting' });
  let eyes: FaceEngine | null = null;
  let frames: FrameSource | null = null;
  let abort: AbortController | null = null;
  let registered: number[] | null | undefined;
  let followed: MediaStream | null = null;
  let taken: readonly number[] | null = null;

  function stopLooking(): void {
    abort?.abort();
    abort = null;
    frames?.close();
    frames = null;
  }

  function settle(next: IdentityState): void {
    stopLooking();
    state.set(next);
  }

  async function openCamera(): Promise<MediaStream | null> {
    if (capture.state.camera !== 'live') await capture.start();
    const { camera, stream } = capture.state;
    if (camera === 'live' && stream) return stream;
    settle({ step: 'no_camera', camera });
    return null;
  }

  async function startEyes(): Promise<FaceEngine | null> {
    eyes ??= openEyes();
    try {
      await eyes.ready;
      return eyes;
    } catch (cause) {
      log('error', `face analyser: ${String(cause)}`);
      eyes = null;
      settle({ step: 'no_engine' });
      return null;
    }
  }

  async function compare(face: CapturedFace, asked: readonly LivenessAction[]): Promise<void> {
    state.set({ step: 'comparing' });
    const { template, picture, turnDegrees } = face;
    const liveness = { livenessPassed: true, actions: [...asked], turnDegrees };
    taken = template;
    if (!hasPhoto) {
      await http('enrol', { picture, ...liveness });
      settle({ step: 'pending', why: 'enrolment', similarity: null });
      return;
    }
    const {
      verdict,
      similarity,
      attempt: now,
    } = await http('identityCheck', {
      picture,
      liveTemplate: template,
      registeredTemplate: registered ?? null,
      ...liveness,
    });
    log('info', `identity check: ${verdict}, similarity ${similarity.toFixed(3)}`);
    if (verdict === 'verified') settle({ step: 'passed', similarity });
    else if (verdict === 'manual')
      settle({ step: 'pending', why: 'manual', similarity: registered ? similarity : null });
    else settle({ step: 'retry', triesLeft: now.triesLeft, similarity });
  }

  async function look(signal: AbortSignal): Promise<void> {
    const stream = await openCamera();
    if (!stream || signal.aborted) return;
    followed = stream;
    const engine = await startEyes();
    if (!engine || signal.aborted) return;
    if (hasPhoto && registered === undefined) registered = await registeredFace(http, engine);
    frames = await openFrames(stream);
    const actions = drawActions(random);
    const face = await captureFace({ eyes: engine, frames, actions, signal, tell: (next) => state.set(next) });
    if (!signal.aborted) await compare(face, actions);
  }

  async function pictureNow(): Promise<string | null> {
    const { camera, stream } = capture.state;
    if (camera !== 'live' || !stream) return null;
    try {
      frames ??= await openFrames(stream);
      return frames.jpeg();
    } catch (cause) {
      log('warn', `no picture for the proctor: ${String(cause)}`);
      return null;
    }
  }

  /** What a proctor has decided, or is deciding, needs no camera. */
  function alreadySettled(): IdentityState | null {
    const { identity } = attempt.state;
    if (identity === 'manual_pending') return { step: 'pending', why: 'manual', similarity: null };
    if (identity === 'enrolment_pending') return { step: 'pending', why: 'enrolment', similarity: null };
    // Confirmed by a proctor before, and no photo to compare with: the same question would only be asked again.
    if (identity === 'verified' && !hasPhoto) return { step: 'passed', similarity: null };
    return null;
  }

  function begin(): void {
    stopLooking();
    const known = alreadySettled();
    if (known) {
      state.set(known);
      return;
    }
    abort = new AbortController();
    const { signal } = abort;
    state.set({ step: 'starting' });
    look(signal).catch((cause: unknown) => {
      if (signal.aborted || cause instanceof Interrupted) return;
      log('error', `identity check: ${String(cause)}`);
      if (cause instanceof Fault) settle({ step: 'fault', fault: cause });
      else
        settle(
          capture.state.camera === 'live' ? { step: 'no_engine' } : { step: 'no_camera', camera: capture.state.camera },
        );
    });
  }

  // A proctor decides while the candidate waits.
  const unfollowAttempt = attempt.subscribe(() => {
    const { identity } = attempt.state;
    if (state.state.step !== 'pending') return;
    if (identity === 'verified') onPassed();
    if (identity === 'refused') settle({ step: 'refused' });
  });
  // The camera came back, or another one was plugged in.
  const unfollowCapture = capture.subscribe(() => {
    const { step } = state.state;
    const { camera, stream } = capture.state;
    const looking = step === 'facing' || step === 'acting';
    if (looking && camera === 'lost') settle({ step: 'no_camera', camera });
    else if (camera === 'live' && stream !== followed && (looking || step === 'no_camera')) begin();
  });

  return {
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    begin,
    async askProctor() {
      const { step } = state.state;
      const note = step === 'no_camera' ? `${step}: ${capture.state.camera}` : step;
      const picture = await pictureNow();
      const { identity } = await http('askProctor', { picture, note });
      settle({ step: 'pending', why: 'manual', similarity: null });
      // IDN-2: who was confirmed stays so and loses no minute; the proctor has the question all the same.
      if (identity === 'verified') onPassed();
    },
    proceed() {
      if (state.state.step === 'passed') onPassed();
    },
    confirmedFace: () => (attempt.state.identity === 'verified' ? taken : null),
    stop() {
      stopLooking();
      unfollowAttempt();
      unfollowCapture();
      eyes?.close();
      eyes = null;
    },
  };
}
