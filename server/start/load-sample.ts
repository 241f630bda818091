import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';
import { type QualificationLink, type QualificationStep, USUAL_RULES } from '../../shared/domain/qualification.ts';
import type { Clock } from '../../shared/support/clock.ts';
import { newId } from '../services/ids.ts';
import { isJpeg } from '../services/pictures.ts';
import type { Log, PictureFiles, RandomSource } from '../services/ports.ts';
import { chained } from '../services/qualification/qualification-log.ts';
import { insertExaminations, type NewExaminations } from '../sql/examination.ts';
import { qualificationRow } from '../sql/qualification-row.ts';
import type { Db } from '../sql/tables.ts';
import type { TimetableOptions } from './command-line.ts';
import { PaperFileSchema, PlanFileSchema, RosterFileSchema } from './sample-schema.ts';
import { planSessions, timeColumns } from './timetable.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

interface Parts {
  db: Db;
  clock: Clock;
  random: RandomSource;
  pictures: PictureFiles;
  /** Slow on purpose. */
  hashPassword(password: string): Promise<string>;
  log: Log;
}

async function readJson<Schema extends z.ZodType>(
  directory: string,
  name: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(JSON.parse(await readFile(join(directory, name), 'utf8')));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${join(directory, name)} cannot be used: ${faults.join('; ')}`);
}

/**
 * Loads a directory of examinations into an empty database. A photo that is missing or no JPEG is left out and named in
 * the log: its candidate then enrols with the proctor's confirmation, which is better than no examination.
 */
export async function loadSample(
  { db, clock, random, pictures, hashPassword, log }: Parts,
  directory: string,
  times: TimetableOptions,
): Promise<void> {
  const plan = await readJson(directory, 'plan.json', PlanFileSchema);
  const roster = await readJson(directory, 'roster.json', RosterFileSchema);
  const given: NewExaminations = {
    regions: plan.regions.map(({ id, name, dutyPhone, complaintPhone }, position) => ({
      ...{ id, position, name, duty_phone: dutyPhone, complaint_phone: complaintPhone },
    })),
    examinations: [],
    sessions: [],
    papers: [],
    pictures: [],
    candidates: [],
    staff: [],
    markingAssignments: [],
    qualifications: [],
  };

  for (const [position, examination] of plan.examinations.entries()) {
    const { id, title, occupation, level, components } = examination;
    given.examinations.push({
      ...{ id, position, title, occupation, level },
      duty_phone: plan.dutyPhone,
      complaint_phone: plan.complaintPhone,
      between_sessions: plan.betweenSessions,
      four_eyes: plan.fourEyes ? 1 : 0,
      second_factor: plan.staffSecondFactor ? 1 : 0,
      retention_days: plan.retentionDays,
      answer_file_after_ms: plan.answerFile.offerAfter * MINUTE_MS,
      answer_file_within_ms: plan.answerFile.bringWithin * HOUR_MS,
      components_json: JSON.stringify(components),
      violation_rules_json: JSON.stringify(plan.violationRules),
    });
    for (const [at, session] of planSessions(examination, plan.rules, clock.now(), times).entries()) {
      const { paper, key, marking } = await readJson(directory, join('papers', `${session.id}.json`), PaperFileSchema);
      const { kind, mode } = session;
      given.sessions.push({
        ...{ id: session.id, kind, mode, title: session.title },
        examination_id: id,
        position: at,
        ...timeColumns(session),
      });
      given.papers.push({
        session_id: session.id,
        paper_json: JSON.stringify(paper),
        key_json: JSON.stringify(key),
        marking_json: JSON.stringify(marking),
        release_key_base64: random.bytes(32).toString('base64'),
      });
    }
  }
  for (const { examination, admissionNo, identityNo, name, region, photo } of roster.candidates) {
    const jpeg =
      photo === null ? null : await readPhoto(join(directory, 'photos', photo), `${admissionNo} ${name}`, log);
    const pictureId = jpeg && newId(random);
    if (jpeg && pictureId) {
      await pictures.write(pictureId, jpeg);
      given.pictures.push({ id: pictureId, attempt_id: null, at: clock.now() });
    }
    given.candidates.push({
      id: newId(random),
      examination_id: examination,
      admission_no: admissionNo,
      identity_no: identityNo,
      name,
      registered_picture_id: pictureId,
      region_id: region,
    });
  }
  const links: QualificationLink[] = [];
  const qualify = (by: string, staffId: string | null, step: QualificationStep) =>
    links.push(chained(links.at(-1), { at: clock.now(), by, staffId, step }));
  if (!plan.proctorsQualify) {
    qualify('plan.json', null, { kind: 'rules', rules: { ...USUAL_RULES, required: false }, reason: 'plan.json' });
  }
  for (const { login, name, role, password, marks, qualified } of roster.staff) {
    const id = newId(random);
    given.staff.push({ id, login, name, role, password: await hashPassword(password) });
    if (qualified) {
      const until = clock.now() + qualified.days * DAY_MS;
      qualify('roster.json', id, { kind: 'granted', until, reason: qualified.reason });
    }
    const marked = marks === 'all' ? given.sessions : marks.flatMap((what) => sessionsCalled(what, given, login));
    for (const session of new Set(marked))
      given.markingAssignments.push({
        session_id: session.id,
        marker_id: id,
        assigned: 1,
        by_id: null,
        at: clock.now(),
      });
  }
  given.qualifications.push(...links.map(qualificationRow));
  await insertExaminations(db, given);
}

/** The sessions of the examination called so, or the one session. Throws when there is neither. */
function sessionsCalled(what: string, { sessions }: NewExaminations, login: string): NewExaminations['sessions'] {
  const called = sessions.filter(({ id, examination_id }) => id === what || examination_id === what);
  if (called.length > 0) return called;
  throw new Error(`roster.json: ${login} marks ${what}, which is no examination and no session of plan.json`);
}

async function readPhoto(path: string, candidate: string, log: Log): Promise<Buffer | null> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    log.warn({ err: cause, candidate }, `the photo of candidate ${candidate} is missing; the candidate will enrol`);
    return null;
  }
  if (isJpeg(bytes)) return bytes;
  log.warn(
    { candidate, path },
    `the photo of candidate ${candidate} is not a JPEG and is not used; the candidate will enrol`,
  );
  return null;
}
