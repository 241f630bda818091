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
export type ToldOfCandidates = 'event.added' | 'camera.changed' | 'still.taken';

/**
 * What all processes of one exam centre know together for a while, and no database has to keep. Everything is gone when its life
 * is over, also when the process that put it there is.
 */
export interface SharedMemory {
  get(key: string): Promise<string | null>;
  put(key: string, value: string, lifeMs: number): Promise<void>;
  /** False where something is there already: of all who try at the same time one succeeds. */
  putNew(key: string, value: string, lifeMs: number): Promise<boolean>;
  /** While it is still this value; false when it is not. */
  removeIf(key: string, value: string): Promise<boolean>;
  fields(group: string): Promise<Map<string, string>>;
  /** The group lives from now on for so long. */
  putField(group: string, field: string, value: string, lifeMs: number): Promise<void>;
  /** False when it was not there. */
  removeField(group: string, field: string): Promise<boolean>;
  removeGroup(group: string): Promise<void>;
}

/** What one process tells the others: that something changed. What it is now each of them reads where it is kept. */
export interface Words {
  'attempt changed': { attemptId: string };
  /** Null: every place may look different. */
  'places changed': { attemptIds: string[] | null };
  /** Whoever holds an earlier line of this holder closes it. */
  'line taken': { holder: string; line: number };
  'epoch fenced': { attemptId: string; epoch: number; at: number };
  'phone ended': { attemptId: string; why: PhoneEnd; but: string };
  'duties changed': Record<string, never>;
  'timetable changed': { examinationId: string };
  'paper changed': { sessionId: string };
}

/** The processes of one exam centre, as one of them sees them. */
export interface Processes {
  /** Of this process: no other has it, nor had one that ended. */
  readonly name: string;
  /** Whether there can be others. */
  readonly several: boolean;
  /** Reaches every other process once, in the order it was told; this one has done already what there is to do. */
  tell<Name extends keyof Words>(name: Name, word: Words[Name]): void;
  hear<Name extends keyof Words>(name: Name, listener: (word: Words[Name]) => void): void;
}

/** Sends to whoever is connected now, to whichever process; what nobody hears is not kept. */
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
  /** Whether the exam window of this attempt is connected to this process. */
  isHere(attemptId: string): boolean;
  /** As `toCandidate`, if it is connected to this process. */
  toCandidateHere(attemptId: string, attempt: EventPayload<CandidateSocket, 'attempt.changed'>): void;
  /** Whether anybody's wall is connected to this process. */
  hasWallsHere(): boolean;
  /** As `toStaff`, to the walls that are connected to this process. */
  toStaffHere(place: EventPayload<StaffSocket, 'place.changed'>): void;
  /** To whoever of the staff has this candidate on their wall (ASG-1). */
  toStaff<Name extends ToldOfCandidates>(name: Name, payload: EventPayload<StaffSocket, Name>): void;
  /** To everybody of the staff on a wall. */
  toWalls(name: 'examination.changed', payload: EventPayload<StaffSocket, 'examination.changed'>): void;
  /** Proctors' walls at this process have to be asked for anew: who watches whom has changed. */
  changeWallsHere(): void;
  /** To one member of staff's one window. */
  toViewer<Name extends EventName<StaffSocket>>(
    viewerId: string,
    name: Name,
    payload: EventPayload<StaffSocket, Name>,
  ): void;
  /** Tells the sockets of every epoch before this one that they are fenced, and closes them after a moment for late entries. */
  fence(attemptId: string, epoch: number, at: number): void;
  /** Closes every window of this sign-in of a member of staff. */
  endStaff(signIn: string): void;
  /** Tells the attempt's phone why it ends, and closes it; not the one whose token this is the hash of. */
  endPhone(attemptId: string, why: PhoneEnd, but?: string): void;
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

export interface SegmentPlace {
  attemptId: string;
  camera: Camera;
  fileName: string;
}

/** Recorded segments, in the evidence directory or in a bucket. */
export interface SegmentFiles {
  /** SHA-256 in hex of an upload that has arrived whole. */
  digest(uploadPath: string): Promise<string>;
  /**
   * Moves an upload with this SHA-256 to its place, where it also outlives a power cut. Returns the path inside the evidence directory
   * and the size; null when its bytes are others: then it lies where it lay, and nothing at its place has changed.
   */
  keep(uploadPath: string, place: SegmentPlace, sha256: string): Promise<{ path: string; bytes: number } | null>;
  /** Writes what came over a socket to its place, where it outlives a power cut, too. Returns the path inside the evidence directory. */
  write(bytes: Uint8Array, place: SegmentPlace): Promise<string>;
  /** By its path inside the evidence directory. Fails with the code ENOENT when it is not there. */
  open(path: string): Promise<StoredFile>;
  discard(uploadPath: string): Promise<void>;
  /** By their paths inside the evidence directory; as `PictureFiles.remove`. */
  remove(paths: readonly string[]): Promise<void>;
  /** Room for more; none while the bucket is away. */
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
