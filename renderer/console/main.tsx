import './zod-without-eval.ts';
import { createRoot } from 'react-dom/client';
import { io } from 'socket.io-client';
import { createHttpClient } from '../../shared/contract/http-client.ts';
import { staffSocket } from '../../shared/contract/socket.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/version.ts';
import type { IceServer } from '../../shared/contract/views.ts';
import { createFaceEngine } from '../analyzers/face-engine.ts';
import { createViewer } from '../streaming/viewer.ts';
import { LanguageProvider } from '../ui/language.tsx';
import '../ui/tokens.css';
import { ConsoleApp } from './ConsoleApp.tsx';
import { createFetchProtected } from './connection/protected-media.ts';
import { createSendFile } from './connection/send-file.ts';
import { ServerClock } from './connection/server-clock.ts';
import { type StaffClientSocket, StaffConnection } from './connection/staff-connection.ts';
import { loadStaffSession, storeStaffSession } from './connection/staff-session.ts';
import { DeskContext } from './desk.ts';
import { LatestStills } from './live/latest-stills.ts';
import { LiveViews } from './live/live-views.ts';
import { TrainingContext } from './training/training-context.ts';
import { TrainingHall } from './training/training-hall.ts';
import { seesWall } from './use-may.ts';
import { SeenViolations } from './wall/seen-violations.ts';
import { WallLayouts } from './wall/wall-layout.ts';
import { WallStore } from './wall/wall-store.ts';
import { WatchList } from './wall/watch-list.ts';

const clock = new ServerClock({ elapsed: () => performance.now() }, { now: () => Date.now() });
const token = (): string | null => connection.session.get()?.token ?? null;

const connection = new StaffConnection({
  http: createHttpClient({ origin: '', token }),
  clock,
  openSocket: (bearer): StaffClientSocket =>
    io(staffSocket.namespace, {
      auth: { token: bearer, protocol: PROTOCOL_VERSION },
      autoConnect: false,
      forceNew: true,
      transports: ['websocket', 'polling'],
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
    }),
  restored: loadStaffSession(sessionStorage),
  store: (session) => storeStaffSession(sessionStorage, session),
  random: Math.random,
});

const wallStore = new WallStore();
const watchList = new WatchList(sessionStorage);
let iceServers: IceServer[] = [];
const liveViews = new LiveViews({
  createViewer: (viewId, { send, onStream, onState }) =>
    createViewer({ viewId, iceServers, send: (_, data) => send(data), onStream, onState }),
  request: {
    open: (body) => connection.request('view.open', body),
    quality: (body) => connection.request('view.quality', body),
    signal: (body) => connection.request('signal', body),
  },
  clock,
  random: Math.random,
  newId: () => crypto.randomUUID(),
});

const latestStills = new LatestStills();
const wallLayouts = new WallLayouts(localStorage);
const training = new TrainingHall(connection, wallLayouts);

connection.on('place.changed', (place) => wallStore.changePlace(place));
connection.on('examination.changed', (examination) => wallStore.changeExamination(examination));
connection.on('event.added', (event) => wallStore.addEvent(event));
connection.on('camera.changed', ({ attemptId, camera, connected }) => liveViews.changed(attemptId, camera, connected));
connection.on('still.taken', (still) => latestStills.taken(still));
connection.on('signal', ({ viewId, data }) => liveViews.signal(viewId, data));
async function joinWall(): Promise<void> {
  wallStore.expect();
  // The wall and its cameras are for whoever watches; others only keep a line to the server.
  const role = connection.session.get()?.role;
  if (!role || !seesWall(role)) return;
  const [{ examinations }, ice] = await Promise.all([
    connection.http('examinations', {}),
    connection.http('iceServers', {}),
  ]);
  iceServers = ice.iceServers;
  const { places, events } = await connection.request('wall.join', {});
  wallStore.join(examinations, places, events);
  liveViews.openAll(places);
}
connection.onConnected(joinWall);
connection.on('wall.changed', () => {
  joinWall().catch((cause: unknown) => console.error('the wall could not be joined again', cause));
});
connection.session.subscribe(() => {
  if (connection.session.get()) return;
  liveViews.closeAll();
  latestStills.clear();
  wallStore.clear();
  watchList.clear();
  training.leave();
});

const desk = {
  connection,
  has: () => true,
  wallStore,
  liveViews,
  latestStills,
  seenViolations: new SeenViolations(sessionStorage),
  wallLayouts,
  watchList,
  fetchProtected: createFetchProtected(token),
  sendFile: createSendFile(token),
  openEyes: () => createFaceEngine(new URL('face-worker.js', location.href).href),
};
const root = document.getElementById('console');
if (!root) throw new Error('the page has no place for the console');
connection.start();
createRoot(root).render(
  <LanguageProvider>
    <DeskContext value={desk}>
      <TrainingContext value={training}>
        <ConsoleApp />
      </TrainingContext>
    </DeskContext>
  </LanguageProvider>,
);
