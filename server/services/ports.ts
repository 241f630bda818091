/** What the services need of the world, as interfaces. `main.ts` constructs the real things; tests their own. */
import type { Readable } from 'node:stream';
import type {
  CandidateSocket,
  EventName,
  EventPayload,
  PhoneSocket,
  StaffSocket,
} from '../../shared/contract/socket.ts';
import type { Camera } from '../../shared/contract/views.ts';
import type { PhoneEnd } from '../../shared/domain/pairing.ts';
import type { ThesisFormat } from '../../shared/domain/paper.ts';

export interface RandomSource {
  bytes(count: number): Buffer;
}

/** Both return the function that stops it. */
export interface Timers {
  after(ms: number, run: () => void): () => void;
  every(ms: number, run: () => void): () => void;
}

/** The server's log: structured, with stack traces, never shown to a user. */
export interface Log {
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

/** How a request ended: with what was asked for, with a refusal of a closed reason, or with a failure of the exam centre. */
export type Outcome = 'done' | 'refused' | 'failed';

/** Takes down how the exam centre does, for whoever runs it. */
export interface Measures {
  /** `request` is one of a closed list: a route or a socket request, never what somebody made up. */
  answered(transport: 'http' | 'socket', request: string, outcome: Outcome, ms: number): void;
}

/** What walls are told of a candidate. */
export type ToldOfCandidates = 'place.changed' | 'event.added' | 'camera.changed' | 'still.taken';

/** Sends to whoever is connected now; what nobody hears is not kept. */
export interface Network {
  toCandidate<Name extends EventName<CandidateSocket>>(
    attemptId: string,
    name: Name,
    payload: EventPayload<CandidateSocket, Name>,
  ): void;
  toPhone<Name extends EventName<PhoneSocket>>(
    attemptId: string,
    name: Name,
    payload: EventPayload<PhoneSocket, Name>,
  ): void;
  /** To whoever of the staff has this candidate on their wall (ASG-1). */
  toStaff<Name extends ToldOfCandidates>(name: Name, payload: EventPayload<StaffSocket, Name>): void;
  /** To everybody of the staff on a wall. */
  toWalls(name: 'examination.changed', payload: EventPayload<StaffSocket, 'examination.changed'>): void;
  /** Proctors' walls have to be asked for anew: who watches whom has changed. */
  changeWalls(): void;
  /** To one member of staff's one window. */
  toViewer<Name extends EventName<StaffSocket>>(
    viewerId: string,
    name: Name,
    payload: EventPayload<StaffSocket, Name>,
  ): void;
  /** Tells the sockets of every earlier epoch that they are fenced, and closes them after a moment for late entries. */
  fence(attemptId: string, at: number): void;
  /** Closes every window of this sign-in of a member of staff. */
  endStaff(signIn: string): void;
  /** Tells the attempt's phone why it ends, and closes it. */
  endPhone(attemptId: string, why: PhoneEnd): void;
}

/** JPEG pictures by id. */
export interface PictureFiles {
  write(id: string, jpeg: Buffer): Promise<void>;
  read(id: string): Promise<Buffer>;
  /** Those that are there are gone, also after a power cut, when the promise resolves. */
  remove(ids: readonly string[]): Promise<void>;
}

/** Signed papers by id, as they were handed in. */
export interface DocumentFiles {
  write(id: string, bytes: Buffer): Promise<void>;
  read(id: string): Promise<Buffer>;
}

/** A stored file as it came, from wherever one begins to read. */
export interface StoredFile {
  /** Its length. */
  bytes: number;
  /** What lies in [from, until). Fails where it is not what was stored. */
  read(from: number, until: number): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** Recorded segments on disk. */
export interface SegmentFiles {
  /** SHA-256 in hex and size of an upload that has arrived whole. */
  digest(uploadPath: string): Promise<{ sha256: string; bytes: number }>;
  /** Moves an upload to its place, synced to the disk. Returns the path inside the evidence directory. */
  keep(uploadPath: string, place: { attemptId: string; camera: Camera; fileName: string }): Promise<string>;
  /** Writes what came over a socket to its place, synced to the disk. Returns the path like `keep`. */
  write(bytes: Uint8Array, place: { attemptId: string; camera: Camera; fileName: string }): Promise<string>;
  /** By its path inside the evidence directory. Fails with the code ENOENT when it is not there. */
  open(path: string): Promise<StoredFile>;
  discard(uploadPath: string): Promise<void>;
  /** By their paths inside the evidence directory; as `PictureFiles.remove`. */
  remove(paths: readonly string[]): Promise<void>;
  freeBytes(): Promise<number>;
}

/** Submitted files on disk, readable by the server's own account only. */
export interface ThesisFiles {
  digest(uploadPath: string): Promise<{ sha256: string; bytes: number }>;
  /** When the last byte of an upload was written. */
  arrivedAt(uploadPath: string): Promise<number>;
  /** Moves an upload to its place, synced to the disk. Returns the path inside the directory of theses. */
  keep(uploadPath: string, fileName: string): Promise<string>;
  /** Has a program look at a kept file as it came, which lies at a path for it as long as that takes. */
  lookedAt<Seen>(path: string, look: (plainPath: string) => Promise<Seen>): Promise<Seen>;
  read(path: string): Readable;
  discard(uploadPath: string): Promise<void>;
  /** A kept file. */
  remove(path: string): Promise<void>;
  freeBytes(): Promise<number>;
}

/** Looks into a file from outside. Throws `file_format`, `file_broken`, `file_encrypted` or `file_macros`. */
export interface FileInspector {
  /** `pages` is null when the file does not say. */
  inspect(path: string, format: ThesisFormat): Promise<{ pages: number | null }>;
}

/** The exam centre's virus scanner. `failed`: nothing is known; ask again later. */
export interface VirusScanner {
  scan(path: string): Promise<'clean' | 'infected' | 'failed'>;
}
