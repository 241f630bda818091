import { join } from 'node:path';
import {
  app,
  type BrowserWindow,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  systemPreferences,
} from 'electron';
import prohibitedPrograms from '../assets/prohibited-programs.json';
import { version } from '../package.json';
import { ProhibitedListSchema } from '../shared/contract/prohibited-programs.ts';
import { createAnswerFileSaver } from './answer-file/save-answer-file.ts';
import { deviceReport } from './device/device-report.ts';
import { processesOf } from './device/processes/processes-of.ts';
import { createProgramCloser } from './device/programs/close-program.ts';
import { createFileIdentities } from './device/programs/file-identity.ts';
import { createProcessScan } from './device/programs/process-scan.ts';
import { createProgramFinder } from './device/programs/program-finder.ts';
import { createProgramWatch } from './device/programs/program-watch.ts';
import { createAttemptFiles } from './disk/attempt-files.ts';
import { createEvidence } from './evidence/evidence.ts';
import { watchNetwork } from './evidence/network-watch.ts';
import { serverAgent } from './evidence/pinned-agent.ts';
import { createHandlers } from './ipc/handlers.ts';
import { type PushEvent, pushTo, shellIpcStep } from './ipc/shell-ipc.ts';
import { createAttemptKeys } from './journal/attempt-keys.ts';
import { manageLifecycle } from './lifecycle.ts';
import type { ReportFinding } from './lockdown/finding.ts';
import { createLockdown, type Lockdown } from './lockdown/lockdown.ts';
import { measuresFor } from './lockdown/measures.ts';
import { createNetworkBreak } from './lockdown/network-break.ts';
import { networkPanel, startProgram } from './lockdown/network-panel.ts';
import { type LogFile, openLogFile } from './log/log-file.ts';
import { watchResume } from './power/resume-watch.ts';
import { applicationMenu } from './startup/application-menu.ts';
import { certificatePinningStep } from './startup/certificate-pinning.ts';
import { computerId } from './startup/computer-id.ts';
import { takeRefusedSwitches } from './startup/debugging-switches.ts';
import { RELOADED_WORDS, startFailureWords } from './startup/dialog-words.ts';
import { EXAM_PAGE } from './startup/exam-address.ts';
import { EXAM_SCHEME_PRIVILEGES, examSchemeStep } from './startup/exam-scheme.ts';
import { examWindowStep, openExamWindow } from './startup/exam-window.ts';
import { permissionsStep } from './startup/permissions.ts';
import { chooseDataFolder, mayStart, tell } from './startup/preconditions.ts';
import { openLedger, VOLATILE_LEDGER } from './startup/recovery-ledger.ts';
import { requestGuardStep } from './startup/request-guard.ts';
import { revertSequence, runSequence, SequenceFailed } from './startup/sequence.ts';
import type { ServerAddress } from './startup/server-address.ts';
import type { Step } from './startup/step.ts';
import { createShellStatement } from './statement/shell-statement.ts';
import { packageUpdater } from './update/package-updater.ts';
import { createUpdates } from './update/updates.ts';

const args = process.argv.slice(1);
/** Before Chromium acts on them. */
const refused = takeRefusedSwitches(app);
const dataFolder = chooseDataFolder(app, args);
const clock = { now: () => Date.now() };
const monotonic = { elapsed: () => performance.now() };
const schedule = (task: () => void, ms: number): (() => void) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};

/** Scheme, certificate, requests, permissions: what must hold before there is a page to hold it for. */
function sessionSteps(server: ServerAddress, log: LogFile): Step[] {
  return [
    examSchemeStep(protocol, join(__dirname, '../exam'), server.origin),
    certificatePinningStep(session.defaultSession, server),
    requestGuardStep(session.defaultSession, server.origin, log),
    permissionsStep(session.defaultSession),
  ];
}

/** The lock, and the names of what it does on this computer. */
function openLockdown(
  window: BrowserWindow,
  ownDialogOpen: () => boolean,
  push: PushEvent,
  log: LogFile,
): { lockdown: Lockdown; names: string[] } {
  const report: ReportFinding = (finding) => push('finding', finding);
  const measures = measuresFor(process.platform)({
    ...{ window, globalShortcut, powerSaveBlocker, powerMonitor, systemPreferences, clipboard, screen },
    ...{ ownDialogOpen, clock: monotonic, report },
    restoreFolder: dataFolder,
  });
  const names = measures.map(({ name }) => name);
  const ledger = openLedger(join(dataFolder, 'lockdown-ledger.json'), names);
  return { lockdown: createLockdown({ measures, ledger, clock: monotonic, schedule, report, log }), names };
}

/** Prohibited programs: found, closed when the candidate asks for it, watched while the exam is locked. */
function openPrograms(log: LogFile, push: PushEvent) {
  const note = (text: string): void => log.write('warn', text);
  const system = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';
  const processes = processesOf(system, process.env);
  const identityOf = createFileIdentities();
  const scan = createProcessScan({ processes, identityOf, ownPath: process.execPath, log: note });
  const finder = createProgramFinder({ list: ProhibitedListSchema.parse(prohibitedPrograms), system, scan, log: note });
  const wait = (ms: number) => new Promise<void>((resolve) => schedule(resolve, ms));
  return {
    finder,
    close: createProgramCloser({ finder, processes, wait, log: note }),
    watch: createProgramWatch({ finder, schedule, report: (finding) => push('finding', finding), log: note }),
  };
}

async function startShell(server: ServerAddress, log: LogFile): Promise<void> {
  // The effect of these steps ends with the process, so there is nothing to undo at the next start.
  const sequence = { ledger: VOLATILE_LEDGER, onFailure: 'abort' } as const;
  const beforeWindow = sessionSteps(server, log);
  await runSequence(beforeWindow, sequence);
  const info = {
    serverOrigin: server.origin,
    shellVersion: version,
    platform: `${process.platform} ${process.getSystemVersion()} ${process.arch}`,
    computerId: await computerId(join(dataFolder, 'computer-id')),
  };
  const menu = applicationMenu(process.platform);
  Menu.setApplicationMenu(menu && Menu.buildFromTemplate(menu));

  // From here to the loading of the page nothing waits: a debugger (the rehearsal's) overlooks a window left empty.
  const window = openExamWindow(join(__dirname, 'preload.cjs'));
  const push = pushTo(window);
  const answerFiles = createAnswerFileSaver({
    ...{ dialog, window, folder: app.getPath('desktop'), log },
    isLocked: () => lockdown.isLocked(),
  });
  const { lockdown, names } = openLockdown(window, answerFiles.isChoosing, push, log);
  const panel = networkPanel(process.platform, process.getSystemVersion(), process.env.SystemRoot ?? 'C:\\Windows');
  const networkBreak = createNetworkBreak({
    ...{ window, lockdown, clock: monotonic, schedule, log },
    openPanel: () => startProgram(panel),
    report: (finding) => push('finding', finding),
  });
  // The page may load meanwhile; its `lock` waits until this is done.
  const recovered = lockdown.recover();
  const evidence = createEvidence({
    root: join(dataFolder, 'evidence'),
    serverOrigin: server.origin,
    agent: () => serverAgent(server),
    random: Math.random,
    log,
    statusChanged: (status) => push('evidenceStatus', status),
  });
  const endNetworkWatch = watchNetwork(net, powerMonitor, () => evidence.networkIsBack());
  const endResumeWatch = watchResume(powerMonitor, () => push('resumed', {}));
  const programs = openPrograms(log, push);
  const device = { screen, powerMonitor, platform: process.platform, env: process.env, finder: programs.finder, log };
  const handlers = createHandlers({
    ...{ info, lockdown, networkBreak, evidence, answerFiles, log },
    statement: createShellStatement({
      ...{ folder: join(__dirname, '..'), version, platform: info.platform, measures: names, log },
      electron: process.versions.electron ?? '',
      prohibitedPrograms: prohibitedPrograms.version,
    }),
    attemptKeys: createAttemptKeys(createAttemptFiles(join(dataFolder, 'attempts'), 'key'), safeStorage, log),
    journalReach: createAttemptFiles(join(dataFolder, 'attempts'), 'reach'),
    updates: createUpdates({
      open: packageUpdater(process.resourcesPath, log),
      tell: (state) => push('update', state),
      log,
    }),
    deviceReport: () => deviceReport(device),
    programs: programs.finder,
    closeProgram: programs.close,
    programWatch: programs.watch,
    end: () => lifecycle.end(),
  });
  const withWindow = [shellIpcStep(ipcMain, window, handlers, log), examWindowStep(window, log)];
  const lifecycle = manageLifecycle({
    ...{ app, window, log },
    unlock() {
      networkBreak.forget();
      return lockdown.unlock();
    },
    async shutDown() {
      endNetworkWatch();
      endResumeWatch();
      programs.watch.end();
      evidence.close();
      await revertSequence([...beforeWindow, ...withWindow], VOLATILE_LEDGER);
    },
    async reopen() {
      await window.loadURL(EXAM_PAGE);
      void dialog.showMessageBox(window, { type: 'info', title: RELOADED_WORDS.title, message: RELOADED_WORDS.text });
    },
  });
  app.on('second-instance', () => window.focus());
  await runSequence(withWindow, sequence);
  await recovered;
  log.write('info', `started ${version} on ${info.platform}, server ${server.origin}`);
}

async function main(): Promise<void> {
  const log = openLogFile(join(dataFolder, 'logs', 'shell.log'), clock);
  process.on('uncaughtException', (cause) => log.write('error', `uncaught: ${cause.stack ?? cause.message}`));
  process.on('unhandledRejection', (cause) => log.write('error', `unhandled: ${cause}`));
  const server = mayStart(app, dialog, args, refused);
  if (!server) return app.exit(1);
  try {
    await startShell(server, log);
  } catch (cause) {
    log.write('error', `could not start: ${cause instanceof Error ? (cause.stack ?? cause.message) : cause}`);
    tell(dialog, startFailureWords(cause instanceof SequenceFailed ? cause.step : 'start'));
    app.exit(1);
  }
}

protocol.registerSchemesAsPrivileged([EXAM_SCHEME_PRIVILEGES]);
if (app.requestSingleInstanceLock()) void app.whenReady().then(main);
else app.exit(0);
