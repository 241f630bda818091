import type { IceServer } from '../../shared/contract/views.ts';
import type { Clock } from '../../shared/support/clock.ts';
import type { Storage } from '../sql/storage.ts';
import { type Adjudication, createAdjudication } from './adjudication.ts';
import { type AnswerFiles, createAnswerFiles } from './answer-files/answer-files.ts';
import type { CentreKey } from './answer-files/centre-key.ts';
import { createLateAdmissions, type LateAdmissions } from './answer-files/late-admissions.ts';
import { type Answers, createAnswers } from './answers.ts';
import { type Assignments, createAssignments } from './assignment/assignments.ts';
import type { Duties } from './assignment/duties.ts';
import { createAttemptViews } from './attempt-views.ts';
import { type Callers, createCallers } from './callers.ts';
import { type CameraLedgers, createCameraLedgers } from './camera-ledgers.ts';
import { type CandidatePresence, createCandidatePresence } from './candidate-presence.ts';
import { type Clearances, createClearances } from './clearance.ts';
import { type Consent, createConsent } from './consent.ts';
import { createDeadline, type Deadline } from './deadline.ts';
import { createDivergences } from './divergences.ts';
import { createEntryKeeper } from './entry-keeper.ts';
import { createEvents } from './events.ts';
import { createEvidence, type Evidence } from './evidence.ts';
import { createEvidenceManifests, type EvidenceManifests } from './evidence-manifests.ts';
import type { ExaminationBook } from './examination-book.ts';
import { createHandIn, type HandIn } from './hand-in.ts';
import { heedOthers } from './heed-others.ts';
import { type Complaints, createComplaints } from './help/complaints.ts';
import type { HelpLines } from './help/help-lines.ts';
import { createIdentity, type Identity } from './identity.ts';
import { createIdentityDecisions, type IdentityDecisions } from './identity-decisions.ts';
import { createLateEntries, type LateEntries } from './late-entries.ts';
import { createLiveViews, type LiveViews } from './live-views.ts';
import { createMarking, type Marking } from './marking.ts';
import { createMarkingAssignments, type MarkingAssignments } from './marking-assignments.ts';
import { createMessages, type Messages } from './messages.ts';
import { createPairing, type Pairing } from './pairing.ts';
import { createPaperImport, type PaperImport } from './paper-import.ts';
import { createPaperRelease, type PaperRelease } from './paper-release.ts';
import { createPapers, type Papers } from './papers.ts';
import { createPhonePresence, type PhonePresence } from './phone-presence.ts';
import { createPictures, type Pictures } from './pictures.ts';
import type {
  DocumentFiles,
  FileInspector,
  Log,
  Network,
  PictureFiles,
  Processes,
  RandomSource,
  SegmentFiles,
  SharedMemory,
  ThesisFiles,
  Timers,
  VirusScanner,
} from './ports.ts';
import { createProctoring, type Proctoring } from './proctoring.ts';
import { createProhibitedPrograms, type ProhibitedPrograms } from './prohibited-programs.ts';
import { createChallenges } from './publication/challenges.ts';
import { createPublications, type Publications } from './publication/publications.ts';
import { createResultQuery, type ResultQuery } from './publication/result-query.ts';
import { createChangedPasses } from './qualification/changed-passes.ts';
import { createQualifications, type Qualifications } from './qualification/qualifications.ts';
import { QUESTIONS } from './qualification/questions/questions.ts';
import { createTraining, type Training } from './qualification/training.ts';
import { createRaisedHands, type RaisedHands } from './raised-hands.ts';
import { createRearViews, type RearViews } from './rear-views.ts';
import { createReceipts } from './receipts.ts';
import { createReports, type Reports } from './reports.ts';
import { createResults, type Results } from './results.ts';
import { createRetention, type Retention } from './retention.ts';
import { createReviewMaterial, type ReviewMaterial } from './review-material.ts';
import { createRosterServices, type RosterServices } from './roster/roster-services.ts';
import { createShellStatements, type ShellStatements } from './shell-statements.ts';
import { createSignIn, type SignIn } from './sign-in.ts';
import { createSecondFactors } from './staff/second-factors.ts';
import { createStaffAccounts, type StaffAccounts } from './staff/staff-accounts.ts';
import { createStaffSignIn, type StaffSignIn } from './staff-sign-in.ts';
import { createStills, type Stills } from './stills.ts';
import { createTheses, type Theses } from './theses.ts';
import { createTimetable, type Timetable } from './timetable.ts';
import { createViolationRules, type ViolationRulesDesk } from './violation-rules.ts';
import { createWall, type Wall } from './wall.ts';

export interface World {
  store: Storage;
  clock: Clock;
  random: RandomSource;
  timers: Timers;
  log: Log;
  network: Network;
  memory: SharedMemory;
  processes: Processes;
  book: ExaminationBook;
  duties: Duties;
  helpLines: HelpLines;
  pictureFiles: PictureFiles;
  documentFiles: DocumentFiles;
  segmentFiles: SegmentFiles;
  thesisFiles: ThesisFiles;
  inspector: FileInspector;
  scanner: VirusScanner | null;
  centreKey: CentreKey;
  /** Public keys (PEM) of whoever publishes the exam windows of this centre. */
  buildKeys: readonly string[];
  /** For whoever is named: an attempt or a member of staff. */
  iceServers(holder: string): IceServer[];
}

/** Everything the transports call. */
export interface Services {
  store: Storage;
  clock: Clock;
  book: ExaminationBook;
  iceServers: World['iceServers'];
  duties: Duties;
  callers: Callers;
  signIn: SignIn;
  staffSignIn: StaffSignIn;
  staffAccounts: StaffAccounts;
  consent: Consent;
  clearances: Clearances;
  proctoring: Proctoring;
  hands: RaisedHands;
  presence: CandidatePresence;
  phones: PhonePresence;
  identity: Identity;
  decisions: IdentityDecisions;
  pictures: Pictures;
  reports: Reports;
  ledgers: CameraLedgers;
  pairing: Pairing;
  papers: Papers;
  release: PaperRelease;
  answers: Answers;
  lateEntries: LateEntries;
  lateAdmissions: LateAdmissions;
  answerFiles: AnswerFiles;
  handIn: HandIn;
  deadline: Deadline;
  evidence: Evidence;
  manifests: EvidenceManifests;
  stills: Stills;
  rearViews: RearViews;
  theses: Theses;
  marking: Marking;
  markingAssignments: MarkingAssignments;
  adjudication: Adjudication;
  material: ReviewMaterial;
  results: Results;
  assignments: Assignments;
  qualifications: Qualifications;
  training: Training;
  publications: Publications;
  resultQuery: ResultQuery;
  helpLines: HelpLines;
  complaints: Complaints;
  retention: Retention;
  messages: Messages;
  live: LiveViews;
  wall: Wall;
  roster: RosterServices;
  paperImport: PaperImport;
  programs: ProhibitedPrograms;
  violationRules: ViolationRulesDesk;
  statements: ShellStatements;
  timetable: Timetable;
}

/** Wires the services to each other and to the world they are given. */
export function createServices(world: World): Services {
  const { store, clock, random, network, book, iceServers, duties } = world;
  const wall = createWall(world);
  const callers = createCallers(world);
  const events = createEvents({ ...world, wall });
  const views = createAttemptViews({ ...world, wall });
  const live = createLiveViews({ ...world, iceServers });
  const changed = createChangedPasses({ ...world, live });
  const qualifications = createQualifications({ ...world, changed });
  const receipts = createReceipts({ book, random });
  const divergences = createDivergences({ receipts, events });
  const ledgers = createCameraLedgers({ store, clock, book });
  const keeper = createEntryKeeper({ clock, book, divergences, events });
  const pictures = createPictures({ store, clock, random, files: world.pictureFiles });
  const messages = createMessages({ ...world, events });
  const papers = createPapers({ store, clock, book, events, network });
  const programs = createProhibitedPrograms(world);
  const violationRules = createViolationRules(world);
  const evidence = createEvidence({ store, clock, files: world.segmentFiles, ledgers });
  const timetable = createTimetable({ ...world, wall });
  const results = createResults(world);
  const challenges = createChallenges(world);
  const handIn = createHandIn({ ...world, receipts, divergences, ledgers, events, views });
  heedOthers(world);
  return {
    store,
    clock,
    book,
    iceServers,
    duties,
    callers,
    wall,
    live,
    pictures,
    messages,
    handIn,
    programs,
    violationRules,
    ledgers,
    timetable,
    signIn: createSignIn({ ...world, callers, events, views, programs, violationRules }),
    staffSignIn: createStaffSignIn({ ...world, callers, secondFactors: createSecondFactors(world) }),
    staffAccounts: createStaffAccounts(world),
    consent: createConsent({ store, clock, events, views }),
    clearances: createClearances({ store, events }),
    proctoring: createProctoring({ ...world, events, wall, pictures }),
    hands: createRaisedHands({ store, clock, events, views, messages }),
    presence: createCandidatePresence({ ...world, events, messages, live, wall, ledgers, timetable }),
    phones: createPhonePresence({ ...world, events, live, views, ledgers }),
    identity: createIdentity({ store, clock, random, pictures, events, views }),
    decisions: createIdentityDecisions({ store, clock, events, views }),
    reports: createReports({ store, clock, events, wall, ledgers }),
    pairing: createPairing({ ...world, callers, events }),
    papers,
    release: createPaperRelease({ ...world, papers }),
    answers: createAnswers({ store, keeper, events, views, wall }),
    lateEntries: createLateEntries({ store, book }),
    lateAdmissions: createLateAdmissions({ ...world, keeper, events, views, wall }),
    answerFiles: createAnswerFiles({ ...world, keeper, events, views, wall }),
    deadline: createDeadline({ store, clock, book, handIn, wall }),
    roster: createRosterServices(world),
    paperImport: createPaperImport(world),
    marking: createMarking(world),
    markingAssignments: createMarkingAssignments(world),
    adjudication: createAdjudication(world),
    material: createReviewMaterial({ store, wall, duties }),
    results,
    assignments: createAssignments({ ...world, live, qualifications }),
    qualifications,
    training: createTraining({ ...world, bank: QUESTIONS, changed }),
    publications: createPublications({ ...world, results }),
    resultQuery: createResultQuery({ ...world, challenges }),
    helpLines: world.helpLines,
    complaints: createComplaints({ ...world, challenges }),
    retention: createRetention(world),
    evidence,
    manifests: createEvidenceManifests({ store, ledgers }),
    stills: createStills({ ...world, files: world.segmentFiles, evidence, ledgers, live }),
    rearViews: createRearViews({ store, events }),
    theses: createTheses({ ...world, events }),
    statements: createShellStatements({ ...world, events }),
  };
}
