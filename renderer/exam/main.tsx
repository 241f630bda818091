/** Entry point of the exam window: constructs what reaches outside, and hands it to what works. */
import { createRoot } from 'react-dom/client';
import { io } from 'socket.io-client';
import * as z from 'zod';
import { createHttpClient } from '../../shared/contract/http-client.ts';
import type { ShellBridge } from '../../shared/contract/shell.ts';
import { candidateSocket } from '../../shared/contract/socket.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/version.ts';
import type { Sleep } from '../../shared/domain/sleep.ts';
import { createFaceEngine } from '../analyzers/face-engine.ts';
import { createObjectEngine } from '../analyzers/objects/object-engine.ts';
import { LanguageProvider } from '../ui/language.tsx';
import '../ui/tokens.css';
import { findLeftAnswers } from './answer-file/left-answers.ts';
import { createLeftAttempts } from './answer-file/left-attempts.ts';
import { createCapture } from './capture/capture.ts';
import './exam.css';
import { openJournalStore } from './journal/journal-store.ts';
import { watchCentre } from './session/centre.ts';
import { openConnection } from './session/connection.ts';
import { createExam } from './session/exam.ts';
import { openRoom } from './session/open-room.ts';
import { createServerClock } from './session/server-clock.ts';
import { watchSleep } from './session/sleep-watch.ts';
import { createUpdateDesk } from './update/update-desk.ts';
import { App } from './window/App.tsx';
import { ExamWindowContext } from './window/exam-context.ts';
import { FatalBoundary } from './window/FatalBoundary.tsx';
import { FatalScreen } from './window/FatalScreen.tsx';
import { keepPaperInside } from './window/keep-paper-inside.ts';
import { reportFailures } from './window/report-failures.ts';
import { whenIdle } from './window/when-idle.ts';

// The page's CSP allows no eval, which zod would try for speed.
z.config({ jitless: true });

const schedule = (task: () => void, ms: number): (() => void) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};
const every = (task: () => void, ms: number): (() => void) => {
  const timer = setInterval(task, ms);
  return () => clearInterval(timer);
};
/** A sleep is noticed no later than this after it. */
const LOOK_FOR_SLEEP_MS = 1_000;
const monotonic = { elapsed: () => performance.now() };

async function start(shell: ShellBridge): Promise<void> {
  const log = reportFailures(window, shell);
  const info = await shell.info();
  const clientOf = (token: string | null) => createHttpClient({ origin: info.serverOrigin, token: () => token });
  const sleepListeners = new Set<(sleep: Sleep) => void>();
  const watch = watchSleep({
    page: monotonic,
    sinceBoot: shell.sinceBoot,
    onSlept(sleep) {
      clock.slept(sleep);
      log('warn', `the computer slept ${Math.round(sleep.ms)} ms that the page did not count`);
      for (const listener of sleepListeners) listener(sleep);
    },
  });
  const clock = createServerClock(watch);
  every(() => void watch.look(), LOOK_FOR_SLEEP_MS);
  shell.on('resumed', () => {
    void watch.look();
  });
  const capture = createCapture({ devices: navigator.mediaDevices, schedule, log });
  const connect = (token: string) =>
    openConnection({
      socket: io(info.serverOrigin + candidateSocket.namespace, {
        autoConnect: false,
        auth: { token, protocol: PROTOCOL_VERSION },
        transports: ['websocket', 'polling'],
        reconnectionDelay: 500,
        reconnectionDelayMax: 5_000,
      }),
      now: clock.now,
      schedule,
      network: window,
      log,
    });
  const centre = watchCentre({ http: clientOf(null), clock, schedule });
  const update = createUpdateDesk({ centre, shell, now: clock.now, log });
  const openEyes = () => createFaceEngine(new URL('face-worker.js', location.href).href);
  const openObjects = () => createObjectEngine(new URL('object-worker.js', location.href).href);
  const send = window.fetch.bind(window);
  const random = Math.random;
  const wall = () => ({ now: Date.now(), zoneOffsetMinutes: -new Date().getTimezoneOffset() });
  const onSlept = (listener: (sleep: Sleep) => void) => void sleepListeners.add(listener);
  const outside = { clock, wall, monotonic, onSlept, schedule, whenIdle, random };
  const leftAttempts = createLeftAttempts({
    storage: localStorage,
    keyOf: async (attemptId) => (await shell.attemptKey({ attemptId })).attemptKey,
    log,
  });
  const leftAnswers = findLeftAnswers({
    attempts: leftAttempts,
    openStore: () => openJournalStore(),
    // The exam centre has not been reached since this start, so its time is not known.
    madeAt: () => ({ server: null, computer: wall().now }),
    shell,
    log,
  });
  const parts = {
    shell,
    info,
    ...outside,
    capture,
    devices: navigator.mediaDevices,
    connect,
    openEyes,
    openObjects,
    leftAttempts,
    fetch: send,
    log,
  };
  const exam = createExam({
    info,
    clientOf,
    openRoom: (signedIn, http, hooks) => openRoom(parts, signedIn, http, hooks),
    clock,
    every,
  });
  keepPaperInside(document);
  addEventListener('pagehide', () => exam.state.room?.desk.commitTyping());
  show(
    <FatalBoundary log={log}>
      <ExamWindowContext
        value={{ exam, centre, capture, clock, shell, platform: info.platform, update, leftAnswers, log }}
      >
        <App />
      </ExamWindowContext>
    </FatalBoundary>,
  );
}

function show(screen: React.ReactNode): void {
  const place = document.getElementById('exam');
  if (place) createRoot(place).render(<LanguageProvider>{screen}</LanguageProvider>);
}

/** Absent when the page is opened by anything but the exam client. */
const { shell } = window as { shell?: ShellBridge };
if (shell) start(shell).catch(() => show(<FatalScreen kind="not_started" />));
else show(<FatalScreen kind="not_started" />);
