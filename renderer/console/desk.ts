import { createContext, useContext } from 'react';
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

/** Everything a screen of the console may use; made once in `main.tsx`. */
export interface Desk {
  connection: StaffConnection;
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
