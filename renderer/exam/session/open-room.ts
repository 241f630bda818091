/** Wires everything that works for one attempt. It constructs nothing that reaches outside: that comes from main.tsx. */
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { ShellBridge, ShellInfo } from '../../../shared/contract/shell.ts';
import type { Attempt, Stage } from '../../../shared/contract/views.ts';
import type { Sleep } from '../../../shared/domain/sleep.ts';
import { rulesWith } from '../../../shared/domain/violations/rules.ts';
import type { MonotonicClock } from '../../../shared/support/clock.ts';
import { Fault } from '../../../shared/support/fault.ts';
import type { FaceEngine } from '../../analyzers/face-engine.ts';
import type { ObjectEngine } from '../../analyzers/objects/object-engine.ts';
import { createObjectEyes } from '../../analyzers/objects/object-eyes.ts';
import { rearSigns } from '../../analyzers/signs/rear-people.ts';
import { createAnswerFileExport } from '../answer-file/answer-file-export.ts';
import { ownerOf } from '../answer-file/answer-file-owner.ts';
import type { LeftAttempts } from '../answer-file/left-attempts.ts';
import type { Capture } from '../capture/capture.ts';
import { openFrameSource } from '../capture/frame-source.ts';
import { createGapLedger } from '../capture/gap-ledger.ts';
import { serveLiveView } from '../capture/live-view.ts';
import { openMediaRecording } from '../capture/media-recording.ts';
import { createRecorder } from '../capture/recorder.ts';
import { watchWaitingAnswers } from '../capture/waiting-answers.ts';
import { createDeviceCheck } from '../device-check/device-check.ts';
import { createDeviceDesk } from '../device-check/device-desk.ts';
import { createHotspotRehearsal } from '../device-check/hotspot-rehearsal.ts';
import { createPhonePairing } from '../device-check/phone-pairing.ts';
import { createProgramClosing } from '../device-check/program-closing.ts';
import { realChecks } from '../device-check/real-checks.ts';
import { playTones } from '../device-check/speaker-check.ts';
import { createSpeedChecks } from '../device-check/speed-check.ts';
import { createRaisedHand } from '../hand/raised-hand.ts';
import { createHandIn } from '../hand-in/hand-in.ts';
import { createIdentityCheck } from '../identity/identity-check.ts';
import { openAnswerLog } from '../journal/answer-log.ts';
import { openJournalStore } from '../journal/journal-store.ts';
import { createObservable, until } from '../observable.ts';
import { createPaperDesk } from '../paper/paper-desk.ts';
import { createPaperPackages } from '../papers/paper-packages.ts';
import { fineLuma } from '../rear-view/fine-luma.ts';
import { createRearMeasure } from '../rear-view/measure-rear.ts';
import { rearFinding } from '../rear-view/rear-finding.ts';
import { createRearWatch } from '../rear-view/rear-watch.ts';
import { createScreenCheck } from '../rear-view/screen-check.ts';
import { createBegunUploads } from '../thesis/begun-uploads.ts';
import { createThesisDesk } from '../thesis/thesis-desk.ts';
import { createThesisUpload } from '../thesis/thesis-upload.ts';
import { createRoomWatch } from '../watch/room-watch.ts';
import type { WhenIdle } from '../window/when-idle.ts';
import type { AttemptRoom } from './attempt-room.ts';
import { createFetchBytes } from './centre-bytes.ts';
import { keepClock } from './clock-keeper.ts';
import { createClockReport } from './clock-report.ts';
import type { Connection } from './connection.ts';
import { watchEvidence } from './evidence-watch.ts';
import type { ExamHooks, SignedIn } from './exam.ts';
import { type ExamStage, reportedStage } from './exam-flow.ts';
import { collectMessages } from './messages.ts';
import { openLogWhenReachable } from './opened-log.ts';
import { createScreenLock } from './screen-lock.ts';
import type { ServerClock } from './server-clock.ts';
import { reportStatement } from './statement-report.ts';

/** Nobody who wants to leave waits longer than this for the network or the disk. */
const LEAVE_MS = 3_000;

export interface RoomParts {
  shell: ShellBridge;
  info: ShellInfo;
  clock: ServerClock;
  /** The computer's own clock, which decides nothing. */
  wall(): { now: number; zoneOffsetMinutes: number };
  monotonic: MonotonicClock;
  capture: Capture;
  devices: Pick<MediaDevices, 'enumerateDevices'>;
  connect(token: string): Connection;
  openEyes(): FaceEngine;
  openObjects(): ObjectEngine;
  leftAttempts: LeftAttempts;
  fetch: typeof fetch;
  schedule(task: () => void, ms: number): () => void;
  whenIdle: WhenIdle;
  random(): number;
  /** Tells each sleep of the computer once it is over. */
  onSlept(listener: (sleep: Sleep) => void): void;
  log(level: 'info' | 'warn' | 'error', text: string): void;
}

export function openRoom(parts: RoomParts, signedIn: SignedIn, http: HttpClient, hooks: ExamHooks): AttemptRoom {
  const { shell, info, clock, monotonic, capture, schedule, whenIdle, random, log } = parts;
  const { token, attemptKey } = signedIn;
  const { id: attemptId, epoch } = signedIn.attempt;
  const { now } = clock;

  const connection = parts.connect(token);
  const attempt = createObservable<Attempt>(signedIn.attempt);
  const lock = createScreenLock({ shell, now, schedule, log });
  const recordingEnded = createObservable(false);
  const learn = (changed: Attempt): void => {
    attempt.set(changed);
    hooks.attemptChanged(changed);
  };

  const answers = openLogWhenReachable({
    http,
    attemptId,
    epoch,
    attemptKey,
    openStore: openJournalStore,
    reachFile: {
      read: async () => (await shell.journalReach({ attemptId })).reach,
      keep: (text) => shell.keepJournalReach({ attemptId, reach: text }),
    },
    openLog: openAnswerLog,
    now,
    send: (batch) =>
      connection.request('entries.append', { ...batch, sentAt: { server: now(), computer: parts.wall().now } }),
    random,
    schedule,
    onFenced: hooks.fenced,
    log,
  });
  const gaps = createGapLedger((gap) => connection.request('gap.report', gap));
  const recorder = createRecorder({
    attemptId,
    capture,
    open: openMediaRecording,
    put: (meta, bytes) => shell.evidencePut({ meta, bytes }),
    report: gaps.report,
    now,
    schedule,
    log,
  });
  const papers = createPaperPackages({
    http,
    fetchBytes: createFetchBytes({ origin: info.serverOrigin, token, fetch: parts.fetch }),
    seed: signedIn.attempt.seed,
    schedule,
    random,
    log,
  });
  const desk = createPaperDesk({ papers, log: answers, schedule, whenIdle, random, onOpened: hooks.paperOpened });
  const handIn = createHandIn({
    http,
    epoch,
    log: () => answers.state,
    schedule,
    random,
    note: log,
    onReceipt(receipt) {
      const others = attempt.state.receipts.filter(({ sessionId }) => sessionId !== receipt.sessionId);
      learn({ ...attempt.state, receipts: [...others, receipt] });
    },
  });
  const answerFile = createAnswerFileExport({
    owner: ownerOf(signedIn),
    attemptKey,
    openStore: () => openJournalStore(),
    unkept: () => answers.state?.unkept ?? [],
    madeAt: () => ({ server: now(), computer: parts.wall().now }),
    shell,
    log,
  });
  const thesis = createThesisDesk({
    http,
    upload: createThesisUpload({ origin: info.serverOrigin, token, attemptId, begun: createBegunUploads(), schedule }),
    schedule,
    random,
    onFenced: hooks.fenced,
    log,
  });
  const identity = createIdentityCheck({
    http,
    capture,
    attempt,
    hasPhoto: signedIn.candidate.hasPhoto,
    openEyes: parts.openEyes,
    openFrames: openFrameSource,
    random,
    onPassed: hooks.identityPassed,
    log,
  });
  const speed = createSpeedChecks({
    origin: info.serverOrigin,
    token,
    fetch: parts.fetch,
    elapsed: monotonic.elapsed,
  });
  const wait = (ms: number) => new Promise<void>((resolve) => schedule(resolve, ms));
  const { elapsed } = monotonic;
  const devices = createDeviceCheck({ checks: realChecks({ capture, shell, speed, wait, elapsed }), log });
  const programs = createProgramClosing({ devices, shell, schedule, log });
  const pairing = createPhonePairing({ http, now, schedule });
  /** The line is thin (NET-1): one picture a minute is all that is fetched beside them. */
  let answersWait = false;
  const objects = createObjectEyes({ open: parts.openObjects, log });
  const rearView = createRearWatch({
    http,
    eyes: createRearMeasure({ openEyes: parts.openEyes, objects }),
    ...{ schedule, elapsed },
    peopleEveryMs: () => (answersWait ? null : watch.phone.phoneEveryMs()),
    onPeople: (seen, tookMs) => watch.phone.takePhone(rearSigns(seen) ?? {}, tookMs),
    onFault: (fault) => fault && answers.write(rearFinding(fault)),
    log,
  });
  const screenCheck = createScreenCheck({ http, now, luma: fineLuma, schedule, log });
  const onDone = hooks.deviceChecked;
  const deviceDesk = createDeviceDesk({
    ...{ devices, pairing, attempt, rearView, http, playTones, random, schedule, onDone, log },
  });
  const hotspot = createHotspotRehearsal({
    ...{ connection, monotonic },
    settle: (verdict) => devices.settle('hotspot', verdict),
  });
  const evidence = watchEvidence(shell);
  const messages = collectMessages(connection);
  const hand = createRaisedHand({ attempt, connection, now, schedule, log });
  const watch = createRoomWatch({
    ...{ attemptId, capture, connection, now, schedule, log },
    devices: parts.devices,
    openEyes: parts.openEyes,
    objects,
    confirmed: identity.confirmedFace,
    rules: rulesWith(signedIn.violationRules),
    write: answers.write,
    put: (meta, bytes) => shell.evidencePut({ meta, bytes }),
    elapsed: monotonic.elapsed,
  });
  const liveView = serveLiveView(connection, capture, log);
  const stopWaiting = watchWaitingAnswers({
    answers,
    schedule,
    onWait(wait) {
      answersWait = wait;
      liveView.giveWay(wait);
      shell.evidenceGiveWay({ on: wait }).catch((cause: unknown) => log('warn', `give way: ${String(cause)}`));
    },
  });
  const clockReport = createClockReport({
    clock,
    wall: parts.wall,
    sendDrift: (drift) => connection.request('clock.drift', drift),
    sendSleep: (sleep) => connection.request('computer.slept', sleep),
    log,
  });
  const clockKeeper = keepClock({
    clock,
    ping: () => connection.request('clock.ping', {}, 4_000),
    schedule,
    onMeasured: clockReport.tell,
  });

  let stage: ExamStage = { name: 'sign_in' };
  let { examination } = signedIn;
  let reported: Stage | null = null;

  function reportStage(): void {
    const wanted = reportedStage(stage);
    if (!wanted || wanted === reported || !connection.state.online) return;
    reported = wanted;
    connection.request('stage.report', { stage: wanted }).catch((cause) => {
      reported = null;
      log('warn', `stage ${wanted} not reported: ${String(cause)}`);
    });
  }

  /** What happened to the attempt while this window was offline: consent is idempotent and answers with all of it. */
  async function catchUp(): Promise<void> {
    if (attempt.state.consentAt === null) return;
    await http('consent', {}).then(learn, (cause: unknown) => {
      if (cause instanceof Fault && cause.reason === 'signed_in_elsewhere') hooks.fenced();
      log('warn', `attempt not read again: ${String(cause)}`);
    });
  }

  /** From the waiting room on. */
  const keepLocked = (sessionId: string): void =>
    lock.keep(examination, sessionId, stage.name === 'waiting' && attempt.state.receipts.length > 0);

  /** The attempt is over: once the exam centre holds everything, this computer needs to open nothing any more. */
  async function forgetAttempt(): Promise<void> {
    const opened = await until(answers, (state) => state !== null);
    await opened?.flush();
    await shell.forgetAttempt({ attemptId });
    parts.leftAttempts.forget(attemptId);
  }

  async function endRecording(): Promise<void> {
    await recorder.stop();
    stopWaiting();
    liveView.close();
    capture.stop();
    await evidence.refresh().catch((cause: unknown) => log('warn', `evidence status: ${String(cause)}`));
    recordingEnded.set(true);
  }

  const onLeaving: Partial<Record<ExamStage['name'], () => void>> = {
    identity: identity.stop,
    device_check() {
      deviceDesk.stop();
      hotspot.stop();
      programs.stop();
      screenCheck.stop();
    },
  };

  connection.subscribe(() => {
    if (!connection.state.online) {
      reported = null;
      return;
    }
    clockKeeper.measure();
    answers.state?.kick();
    gaps.kick();
    reportStage();
    void catchUp();
  });
  connection.on('attempt.changed', learn);
  connection.on('examination.changed', (changed) => {
    examination = changed;
    hooks.examinationChanged(changed);
    // The break may have become longer, or the computer is to stay locked in it.
    if (stage.name === 'waiting') keepLocked(stage.sessionId);
  });
  connection.on('paper.key', papers.received);
  connection.on('fenced', hooks.fenced);
  const awake = (): void => {
    connection.doubt();
    clockKeeper.measure();
  };
  parts.onSlept((sleep) => {
    clockReport.slept(sleep);
    awake();
  });
  shell.on('resumed', awake);
  shell.on('finding', ({ kind, durationMs, detail }) => answers.write({ type: 'violation', kind, durationMs, detail }));
  shell
    .evidenceOpen({ attemptId, token, attemptKey })
    .catch((cause: unknown) => log('error', `evidence spool: ${String(cause)}`));
  shell
    .prohibitPrograms({ programs: signedIn.prohibitedPrograms })
    .catch((cause: unknown) => log('error', `added programs not handed to the shell: ${String(cause)}`));
  parts.leftAttempts
    .keep({ owner: answerFile.owner, attemptKey })
    .catch((cause: unknown) => log('error', `attempt not noted: ${String(cause)}`));
  shell
    .keepAttemptKey({ attemptId, attemptKey })
    .catch((cause: unknown) => log('error', `attempt key not kept: ${String(cause)}`));

  void reportStatement({
    state: () => shell.statement({ attemptId, epoch, attemptKey }),
    send: (sealed) => http('shellStatement', sealed),
    ...{ schedule, random, log },
  });

  return {
    ...{
      http,
      connection,
      attempt,
      messages,
      hand,
      log: answers,
      desk,
      handIn,
      answerFile,
      recorder,
      thesis,
      identity,
      devices,
      deviceDesk,
      hotspot,
    },
    ...{ pairing, programs, rearView, screenCheck, watchHint: watch.hint, evidence, lock, recordingEnded },
    enter(next) {
      onLeaving[stage.name]?.();
      lock.rest();
      stage = next;
      reportStage();
      if (next.name !== 'answering') watch.end();
      switch (next.name) {
        case 'identity':
          identity.begin();
          break;
        case 'device_check':
          programs.begin();
          rearView.place();
          deviceDesk.begin();
          break;
        case 'waiting':
        case 'answering':
          if (!recorder.state.recording) recorder.start();
          rearView.settle();
          keepLocked(next.sessionId);
          if (next.name === 'waiting') {
            void papers.prefetch(next.sessionId);
            break;
          }
          void desk.lay(next.sessionId);
          watch.begin();
          deviceDesk.glance();
          break;
        case 'handing_in': {
          const itemIds = desk.itemIds();
          desk.close();
          handIn.begin({ sessionId: next.sessionId, itemIds, stillOpen: next.by === 'candidate' });
          break;
        }
        case 'receipt':
          desk.close();
          break;
        case 'thesis':
          thesis.open(next.sessionId);
          break;
        case 'finished':
          rearView.stop();
          void endRecording();
          forgetAttempt().catch((cause: unknown) => log('warn', `attempt not forgotten: ${String(cause)}`));
          break;
        case 'fenced':
          // What was typed up to here still goes out: the exam centre keeps it as evidence (ANS-5).
          desk.close();
          rearView.stop();
          answers.state?.kick();
          void endRecording();
          void lock.letGo();
          break;
      }
    },
    async leave() {
      desk.commitTyping();
      const told = connection.request('shell.left', { reason: stage.name }, LEAVE_MS);
      const everything = Promise.all([
        recorder.stop(),
        told.catch((cause: unknown) => log('warn', `leaving not reported: ${String(cause)}`)),
      ]);
      await Promise.race([everything, wait(LEAVE_MS)]);
    },
  };
}
