import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { EvidenceStatus, LockReport } from '../../../shared/contract/shell.ts';
import type { Attempt } from '../../../shared/contract/views.ts';
import type { AnswerFileExport } from '../answer-file/answer-file-export.ts';
import type { Recorder } from '../capture/recorder.ts';
import type { DeviceCheck } from '../device-check/device-check.ts';
import type { DeviceDesk } from '../device-check/device-desk.ts';
import type { HotspotRehearsal } from '../device-check/hotspot-rehearsal.ts';
import type { PhonePairing } from '../device-check/phone-pairing.ts';
import type { ProgramClosing } from '../device-check/program-closing.ts';
import type { RaisedHand } from '../hand/raised-hand.ts';
import type { HandIn } from '../hand-in/hand-in.ts';
import type { IdentityCheck } from '../identity/identity-check.ts';
import type { Observable } from '../observable.ts';
import type { PaperDesk } from '../paper/paper-desk.ts';
import type { RearWatch } from '../rear-view/rear-watch.ts';
import type { ScreenCheck } from '../rear-view/screen-check.ts';
import type { ThesisDesk } from '../thesis/thesis-desk.ts';
import type { WatchHint } from '../watch/watch-hints.ts';
import type { Connection } from './connection.ts';
import type { ExamStage } from './exam-flow.ts';
import type { Messages } from './messages.ts';
import type { OpenedLog } from './opened-log.ts';

/** Everything that works for one signed-in attempt. */
export interface AttemptRoom {
  http: HttpClient;
  connection: Connection;
  attempt: Observable<Attempt>;
  messages: Messages;
  hand: RaisedHand;
  log: OpenedLog;
  desk: PaperDesk;
  handIn: HandIn;
  answerFile: AnswerFileExport;
  recorder: Recorder;
  thesis: ThesisDesk;
  identity: IdentityCheck;
  devices: DeviceCheck;
  deviceDesk: DeviceDesk;
  hotspot: HotspotRehearsal;
  pairing: PhonePairing;
  programs: ProgramClosing;
  rearView: RearWatch;
  screenCheck: ScreenCheck;
  /** What to say to the candidate about how they sit; null for nothing. */
  watchHint: Observable<WatchHint | null>;
  evidence: Observable<EvidenceStatus | null> & { refresh(): Promise<void> };
  /** What the lockdown did; null before it. */
  lock: Observable<LockReport | null>;
  /** True once the last session is handed in and the last segment is on the disk. */
  recordingEnded: Observable<boolean>;
  /** The exam has moved to this stage. */
  enter(stage: ExamStage): void;
  /** Before the shell ends early: last typing and last segment on the disk, a proctor told. Never takes long. */
  leave(): Promise<void>;
}
