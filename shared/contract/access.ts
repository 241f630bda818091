/**
 * Who may call what (SEC-1): one row for every HTTP route, every path that carries bytes and every socket request. The server
 * lets nobody in by anything else, and does not start while a route or an event has no row.
 */
import type { StaffRole } from '../domain/staff.ts';
import { type RouteName, rawPaths } from './http.ts';
import { paperFilePaths } from './paper-import.ts';
import { rosterFilePaths } from './roster.ts';
import type { CandidateSocket, PhoneSocket, RequestName, StaffSocket } from './socket.ts';

/** `candidate` and `phone` hold a token of one attempt; a role, one of a person who has it. */
export type Who = 'anyone' | 'candidate' | 'phone' | StaffRole;

/**
 * On what. `public`: nothing of any attempt. `own`: the token's attempt, and no request can name another. `named`: the
 * request names something that must be of the token's attempt. `assigned`: for a marker, answers of sessions assigned to
 * them (MARK-3). `self`: what is the member of staff's own, and of no attempt. `all`: any attempt of the exam centre, or the centre itself.
 */
export type Reach = 'public' | 'own' | 'named' | 'assigned' | 'self' | 'all';

export interface AccessRow {
  readonly who: readonly Who[];
  readonly on: Reach;
  /** A phone that has ended may still bring in what it recorded, for an hour. */
  readonly endedPhone?: true;
  /** A proctor calls it for their own candidates alone, where proctors are assigned (ASG-1). */
  readonly ofOwn?: true;
}

const row = <const People extends readonly Who[]>(on: Reach, ...who: People) => ({ who, on });
const publicly = row('public', 'anyone');
const own = row('own', 'candidate');
const named = row('named', 'candidate');
const organiser = row('all', 'organiser');
const marker = row('assigned', 'marker');
/** Who acts on candidates while the examination runs. */
const proctors = { ...row('all', 'proctor', 'chief'), ofOwn: true } as const;
/** Who watches it. */
const watchers = { ...row('all', 'proctor', 'chief', 'observer'), ofOwn: true } as const;
/** Who may look at what was recorded of an attempt. */
const readers = { ...row('all', 'proctor', 'chief', 'observer', 'reviewer'), ofOwn: true } as const;
/** Who is trained and examined before they may watch (QUA-1). */
const trainee = row('self', 'proctor', 'chief');
const everyStaff = row('all', 'proctor', 'chief', 'reviewer', 'observer', 'organiser', 'marker');

export const routeAccess = {
  examinations: publicly,
  candidateSignIn: publicly,
  phoneRedeem: publicly,
  staffSignIn: publicly,
  resultChallenge: publicly,
  queryResult: publicly,
  helpLines: publicly,
  fileComplaint: publicly,
  complaints: organiser,
  addComplaintStep: organiser,
  beginSecondFactor: publicly,
  confirmSecondFactor: publicly,
  staffSignOut: everyStaff,
  staffAccounts: organiser,
  resetSecondFactor: organiser,
  endSignIns: organiser,

  shellStatement: own,
  consent: own,
  registeredPhoto: own,
  identityCheck: own,
  enrol: own,
  askProctor: own,
  deviceCheck: own,
  phoneToken: own,
  rearStill: own,
  paperKey: own,
  answers: own,
  handIn: own,
  thesis: own,
  segmentAcknowledgement: named,

  attemptEvents: readers,
  identityChecks: readers,
  segments: readers,
  cameraLedger: readers,
  evidenceManifest: row('all', 'chief', 'reviewer', 'observer', 'organiser'),
  results: { ...row('all', 'proctor', 'chief', 'reviewer'), ofOwn: true },
  lateEntries: readers,
  iceServers: watchers,
  identityDecision: proctors,
  confirmRearView: proctors,
  clearFinding: proctors,
  findingDecisions: row('all', 'proctor', 'chief', 'reviewer', 'observer', 'organiser'),
  look: proctors,
  flag: proctors,
  collect: proctors,
  snapshot: proctors,
  lowerHand: proctors,

  cases: row('all', 'chief', 'reviewer', 'observer', 'organiser'),
  attempts: readers,
  attemptActivity: readers,
  attemptCases: readers,
  reportCase: { ...row('all', 'proctor', 'chief', 'reviewer'), ofOwn: true },
  judgeCase: row('all', 'reviewer'),
  passOnCase: row('all', 'reviewer'),
  decideCase: row('all', 'chief'),
  appealCase: row('all', 'chief', 'organiser'),

  assignments: row('all', 'organiser', 'chief', 'observer'),
  assign: row('all', 'organiser', 'chief'),
  assignAutomatically: row('all', 'organiser', 'chief'),

  qualifications: row('all', 'organiser', 'chief', 'observer'),
  putQualificationRules: organiser,
  grantPass: organiser,
  withdrawPass: organiser,
  trainingRoom: trainee,
  beginRun: trainee,
  runScenes: trainee,
  flagInRun: trainee,
  runQuestions: trainee,
  endRun: trainee,

  batches: organiser,
  makeBatch: organiser,
  batch: organiser,
  confirmPayment: organiser,
  lockBatch: organiser,
  photoVerdict: organiser,
  correctApplicant: organiser,
  requestChange: organiser,
  requestPhotoChange: organiser,
  decideChange: organiser,
  audit: organiser,
  sessionPapers: organiser,
  sessionTheses: organiser,
  examinationResults: organiser,
  candidateResults: organiser,
  publications: organiser,
  publishResults: organiser,
  lateEntriesForOrganiser: organiser,
  admitLateAnswers: organiser,
  prohibitedPrograms: organiser,
  putProhibitedPrograms: organiser,
  violationRules: organiser,
  putViolationRules: organiser,
  retention: organiser,
  replanSession: organiser,
  timetableLog: organiser,
  markingAssignments: organiser,
  assignMarker: organiser,

  markingOverview: marker,
  markingMaterial: marker,
  nextResponse: marker,
  markedResponse: marker,
  giveMark: marker,
} as const satisfies Record<RouteName, AccessRow>;

const recording: AccessRow = { ...row('named', 'candidate', 'phone'), endedPhone: true };

/** Paths that carry bytes, by method and path as the server registers them. GET includes HEAD. */
export const fileAccess: Readonly<Record<string, AccessRow>> = {
  [`GET ${rawPaths.health}`]: publicly,
  [`GET ${rawPaths.ready}`]: publicly,
  [`POST ${rawPaths.evidence}`]: recording,
  [`PATCH ${rawPaths.evidence}/:id`]: recording,
  [`HEAD ${rawPaths.evidence}/:id`]: recording,
  [`POST ${rawPaths.thesis}`]: own,
  [`PATCH ${rawPaths.thesis}/:id`]: named,
  [`HEAD ${rawPaths.thesis}/:id`]: named,
  [`GET ${rawPaths.speedDownload}`]: own,
  [`POST ${rawPaths.speedUpload}`]: own,
  [`GET ${rawPaths.paperPackage}:sessionId`]: own,
  [`GET ${rawPaths.segmentContent}:segmentId`]: readers,
  [`GET ${rawPaths.picture}:pictureId`]: readers,
  [`GET ${rawPaths.cameraLedger}:attemptId`]: readers,
  [`GET ${rawPaths.thesisContent}:submissionId`]: row('assigned', 'organiser', 'marker'),
  [`POST ${rawPaths.answerFile}`]: organiser,
  [`GET ${rawPaths.resultsWorkbook}`]: organiser,
  [`GET ${rosterFilePaths.template}`]: organiser,
  [`POST ${rosterFilePaths.roster}`]: organiser,
  [`POST ${rosterFilePaths.photos}`]: organiser,
  [`GET ${rosterFilePaths.photo}`]: organiser,
  [`GET ${rosterFilePaths.changePhoto}`]: organiser,
  [`POST ${rosterFilePaths.declaration}`]: organiser,
  [`GET ${rosterFilePaths.declaration}`]: organiser,
  [`POST ${paperFilePaths.file}`]: organiser,
  [`GET ${paperFilePaths.export}`]: organiser,
  [`GET ${paperFilePaths.template}`]: organiser,
};

const phone = row('own', 'phone');

/** Socket requests, by namespace. A viewer's view is its own: another's cannot be named. */
export const socketAccess = {
  '/candidate': {
    'clock.ping': own,
    'entries.append': named,
    'stage.report': own,
    'gap.report': own,
    'clock.drift': own,
    'computer.slept': own,
    'shell.left': own,
    'hand.raise': own,
    'watch.report': own,
    signal: named,
  } satisfies Record<RequestName<CandidateSocket>, AccessRow>,
  '/phone': {
    'clock.ping': phone,
    heartbeat: phone,
    'gap.report': phone,
    still: phone,
    signal: row('named', 'phone'),
  } satisfies Record<RequestName<PhoneSocket>, AccessRow>,
  '/staff': {
    'clock.ping': everyStaff,
    'wall.join': watchers,
    'view.open': watchers,
    'view.quality': watchers,
    'view.close': watchers,
    signal: watchers,
    'message.send': proctors,
  } satisfies Record<RequestName<StaffSocket>, AccessRow>,
} as const;
