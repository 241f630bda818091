import type { Generated, Kysely, Selectable } from 'kysely';
import type { ScanState } from '../../shared/contract/thesis.ts';
import type { Receipt } from '../../shared/contract/views.ts';
import type { CameraFact } from '../../shared/domain/camera-fact.ts';
import type { PhoneEnd } from '../../shared/domain/pairing.ts';
import type { ThesisFormat } from '../../shared/domain/paper.ts';
import type { PhoneCause } from '../../shared/domain/phone-watch.ts';
import type { StaffRole } from '../../shared/domain/staff.ts';
import type { ENTRY_VERDICTS, Session } from '../../shared/domain/timetable.ts';
import type { CaseTables } from './case-tables.ts';
import type { HelpTables } from './help-tables.ts';
import type { MarkingTables } from './marking-tables.ts';
import type { PublicationTables } from './publication-tables.ts';
import type { QualificationTables } from './qualification-tables.ts';
import type { RetentionTables } from './retention-tables.ts';
import type { RosterTables } from './roster-tables.ts';
import type { StaffTables } from './staff-tables.ts';

/** The tables as kysely sees them. Times are milliseconds since the Unix epoch, flags 0 or 1, `*_json` canonical text. */
export interface Tables
  extends RosterTables,
    MarkingTables,
    CaseTables,
    HelpTables,
    RetentionTables,
    PublicationTables,
    QualificationTables,
    StaffTables {
  examination: {
    id: string;
    position: number;
    title: string;
    occupation: string;
    level: string;
    between_sessions: 'locked' | 'released';
    answer_file_after_ms: number;
    answer_file_within_ms: number;
    components_json: string;
    prohibited_programs_json: Generated<string>;
    violation_rules_json: Generated<string>;
    /** 1: a chief must confirm what a reviewer decides. */
    four_eyes: Generated<number>;
    /** 1: the staff sign in with a second factor (SEC-5). */
    second_factor: Generated<number>;
    /** How long recordings and pictures are kept after its last session (RET-1). */
    retention_days: Generated<number>;
    duty_phone: string;
    complaint_phone: string;
  };
  /** Numbered from 1 within its examination; only ever added to. */
  violation_rule_change: {
    examination_id: string;
    number: number;
    at: number;
    staff_name: string;
    rules_json: string;
  };
  session: {
    id: string;
    examination_id: string;
    position: number;
    kind: Session['kind'];
    mode: Session['mode'];
    title: string;
    entry_from: number;
    entry_until: number;
    starts_at: number;
    hand_in_from: number;
    ends_at: number;
  };
  paper: {
    session_id: string;
    paper_json: string;
    key_json: string;
    marking_json: string;
    /** 32 random bytes that open the paper's package; released at the start. */
    release_key_base64: string;
  };
  candidate: {
    id: string;
    examination_id: string;
    admission_no: string;
    identity_no: string;
    name: string;
    registered_picture_id: string | null;
    /** Kinds of session the candidate is registered for (REG-1); null: all of the examination. */
    sessions_json: Generated<string | null>;
    /** Whose numbers they call; null: the provincial centre's. */
    region_id: string | null;
  };
  staff: { id: string; login: string; name: string; role: StaffRole; password: string };
  /** `removed_at`: when its file was deleted; null while it is there. */
  picture: { id: string; attempt_id: string | null; at: number; removed_at: Generated<number | null> };
  attempt: AttemptTable;
  epoch: {
    attempt_id: string;
    epoch: number;
    computer_id: string;
    platform: string;
    opened_at: number;
    fenced_at: number | null;
    cursor: number;
  };
  token: {
    hash: string;
    kind: 'candidate' | 'phone' | 'staff';
    attempt_id: string | null;
    epoch: number | null;
    staff_id: string | null;
    made_at: number;
    ended_at: number | null;
    ended_why: PhoneEnd | null;
  };
  pairing: {
    token_hash: string;
    attempt_id: string;
    epoch: number;
    expires_at: number;
    used_at: number | null;
    voided_at: number | null;
  };
  event: { position: Generated<number>; id: string; attempt_id: string; at: number; kind: string; detail_json: string };
  message: { id: string; at: number; staff_id: string; from_name: string; text: string; attempt_id: string | null };
  identity_check: {
    position: Generated<number>;
    id: string;
    attempt_id: string;
    at: number;
    kind: 'verification' | 'enrolment';
    similarity: number | null;
    liveness_passed: number;
    turn_degrees: number;
    verdict: 'verified' | 'retry' | 'manual' | 'enrolment';
    live_picture_id: string;
    registered_picture_id: string | null;
  };
  identity_decision: {
    position: Generated<number>;
    attempt_id: string;
    check_id: string | null;
    decision: 'confirmed' | 'refused';
    reason: string;
    staff_name: string;
    at: number;
  };
  device_check: { attempt_id: string; at: number; rows_json: string };
  opening: { attempt_id: string; session_id: string; at: number };
  entry: EntryTable;
  answer: {
    attempt_id: string;
    item_id: string;
    session_id: string;
    epoch: number;
    seq: number;
    at: number;
    value_json: string | null;
  };
  flag: { attempt_id: string; item_id: string; epoch: number; seq: number; at: number; flagged: number };
  receipt: {
    attempt_id: string;
    session_id: string;
    receipt_no: string;
    handed_in_at: number;
    handed_in_by: Receipt['handedInBy'];
    responses_hash: string;
    answered: number;
    score_json: string;
  };
  segment: {
    id: string;
    attempt_id: string;
    camera: 'front' | 'rear';
    started_at: number;
    duration_ms: number;
    bytes: number;
    mime: string;
    sha256: string;
    path: string;
    stored_at: number;
  };
  thesis: {
    position: Generated<number>;
    id: string;
    attempt_id: string;
    session_id: string;
    /** As the candidate named it: never told to a marker. */
    file_name: string;
    format: ThesisFormat;
    bytes: number;
    sha256: string;
    pages: number | null;
    scan: ScanState;
    path: string;
    received_at: number;
    receipt_no: string;
  };
  /** What organisers changed of the timetable: only ever added to (TIME-5). */
  timetable_change: {
    seq: number;
    at: number;
    by_name: string;
    session_id: string;
    from_json: string;
    to_json: string;
    why: string;
    prev: string;
    hash: string;
  };
  /** The exam centre's own key pairs for answer files, base64; the newest is handed out. */
  centre_key: { id: string; public_key: string; private_key: string; made_at: number };
  /** When a backup was put in the place of the database. */
  restoration: { at: number };
  camera_fact: CameraFactTable;
  /** Who watches whom: only ever added to, and the latest of a candidate holds. */
  assignment: {
    position: Generated<number>;
    examination_id: string;
    candidate_id: string;
    /** Null: nobody any more. */
    staff_id: string | null;
    by_name: string;
    at: number;
  };
}

interface AttemptTable {
  id: string;
  candidate_id: string;
  examination_id: string;
  /** Orders this candidate's papers. */
  seed: string;
  epoch: number;
  key_base64: string;
  consent_at: number | null;
  identity: 'unchecked' | 'enrolment_pending' | 'manual_pending' | 'verified' | 'refused';
  identity_failures: number;
  stage: 'consent' | 'identity' | 'device_check' | 'waiting' | 'answering' | 'handed_in' | null;
  online: number;
  offline_since: number | null;
  phone: 'none' | 'live' | 'lost';
  phone_lost_since: number | null;
  phone_cause: PhoneCause | null;
  hand_raised_at: number | null;
  violations: number;
  /** Number of the exam window's latest line, and the process it ends at; null while there is none. */
  line: Generated<number>;
  process: string | null;
  /** The same of the phone. */
  rear_line: Generated<number>;
  rear_process: string | null;
}

/** One link of a camera's chain: only ever added to. */
interface CameraFactTable {
  attempt_id: string;
  camera: 'front' | 'rear';
  seq: number;
  /** When it was learnt. */
  at: number;
  kind: CameraFact['kind'];
  fact_json: string;
  prev: string;
  hash: string;
}

/** What became of a journal entry: the first two count, the others are kept as evidence only (TIME-2, ANS-5). */
export type StoredVerdict = (typeof ENTRY_VERDICTS)[number];

interface EntryTable {
  attempt_id: string;
  epoch: number;
  seq: number;
  at: number;
  received_at: number;
  body_json: string;
  origin_json: string | null;
  prev: string;
  hash: string;
  verdict: StoredVerdict;
}

/** A database or a transaction on it: what every query function takes first. */
export type Db = Kysely<Tables>;
export type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;
