import type { SegmentMeta } from '../../../shared/contract/shell.ts';
import type { EntryBody } from '../../../shared/domain/entry.ts';
import type { ViolationRules } from '../../../shared/domain/violations/rules.ts';
import type { FaceEngine } from '../../analyzers/face-engine.ts';
import type { ObjectEyes } from '../../analyzers/objects/object-eyes.ts';
import { cameraPictures } from '../capture/camera-pictures.ts';
import type { Capture } from '../capture/capture.ts';
import { openSoundFeed } from '../capture/sound-feed.ts';
import type { Observable } from '../observable.ts';
import type { Connection } from '../session/connection.ts';
import { soundDevicesInUse } from './devices-in-use.ts';
import { createExamWatch, type ExamWatch } from './exam-watch.ts';
import { findingOf } from './finding-of.ts';
import { createFindingStills } from './finding-stills.ts';
import { openPicturePart } from './picture-part.ts';
import { createWatchHints, type WatchHint } from './watch-hints.ts';
import { reportWatch } from './watch-report.ts';

/** The paper comes first: starting the models takes a core for a moment. */
const AFTER_MS = 2_000;

/** Watches over one attempt: what is noted goes into its journal, what is not looked for to the exam centre. */
export interface RoomWatch {
  /** A paper is open. */
  begin(): void;
  end(): void;
  /** What to say to the candidate about how they sit; null for nothing. */
  readonly hint: Observable<WatchHint | null>;
  /** Who looks at the phone's pictures asks how often, and tells what was found. */
  readonly phone: Pick<ExamWatch, 'phoneEveryMs' | 'takePhone'>;
}

interface Parts {
  attemptId: string;
  capture: Capture;
  devices: Pick<MediaDevices, 'enumerateDevices'>;
  openEyes(): FaceEngine;
  objects: ObjectEyes;
  confirmed(): readonly number[] | null;
  rules: ViolationRules;
  connection: Pick<Connection, 'state' | 'subscribe' | 'request'>;
  write(body: EntryBody): void;
  put(meta: SegmentMeta, bytes: ArrayBuffer): Promise<unknown>;
  now(): number;
  elapsed(): number;
  schedule(task: () => void, ms: number): () => void;
  log(level: 'info' | 'warn' | 'error', text: string): void;
}

export function createRoomWatch(parts: Parts): RoomWatch {
  const { attemptId, capture, devices, openEyes, objects, confirmed, rules, connection } = parts;
  const { write, put, now, elapsed, schedule, log } = parts;
  const keepStill = createFindingStills({ attemptId, put, now, elapsed, log });
  const watch = createExamWatch({
    ...{ capture, openEyes, objects, confirmed, rules, elapsed, schedule, log },
    openPart: openPicturePart,
    openPictures: cameraPictures,
    openSound: openSoundFeed,
    soundDevices: (microphone) => soundDevicesInUse(devices, microphone),
    onJudged(judged, still) {
      write(findingOf(judged, keepStill(still)));
    },
  });
  reportWatch({
    ...{ watch, connection, schedule, log },
    send: (undone) => connection.request('watch.report', { undone: [...undone] }),
  });
  let cancel = (): void => undefined;
  return {
    hint: createWatchHints(watch, elapsed),
    phone: watch,
    begin() {
      cancel();
      cancel = schedule(watch.start, AFTER_MS);
    },
    end() {
      cancel();
      watch.stop();
    },
  };
}
