import { createContext, useContext } from 'react';
import type { RouteName } from '../../shared/contract/http.ts';
import type { FaceEngine } from '../analyzers/face-engine.ts';
import type { FetchProtected } from './connection/protected-media.ts';
import type { SendFile } from './connection/send-file.ts';
import type { StaffConnection } from './connection/staff-connection.ts';
import type { LatestStills } from './live/latest-stills.ts';
import type { LiveViews } from './live/live-views.ts';
import type { SeenViolations } from './wall/seen-violations.ts';
import type { WallLayouts } from './wall/wall-layout.ts';
import type { WallStore } from './wall/wall-store.ts';
import type { WatchList } from './wall/watch-list.ts';

/** The line to the server, as far as a screen uses it. */
export type DeskConnection = Pick<
  StaffConnection,
  'session' | 'link' | 'clock' | 'http' | 'request' | 'signIn' | 'enter' | 'signOut'
>;

/** Everything a screen of the console may use; made once in `main.tsx`, and once more for each run in the training room. */
export interface Desk {
  connection: DeskConnection;
  /** Whether this desk has it at all; of what it has, the access table says who may call it. */
  has: (name: RouteName) => boolean;
  wallStore: WallStore;
  liveViews: LiveViews;
  latestStills: LatestStills;
  seenViolations: SeenViolations;
  wallLayouts: WallLayouts;
  watchList: WatchList;
  fetchProtected: FetchProtected;
  sendFile: SendFile;
  /** Starts the face analyser: for as long as photos are looked at. */
  openEyes: () => FaceEngine;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('rendered outside the console');
  return desk;
}
