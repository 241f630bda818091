import { createHash, timingSafeEqual } from 'node:crypto';
import type { RouteBody, RouteReply } from '../../shared/contract/http.ts';
import { isIdentityNumber, normaliseIdentityNumber } from '../../shared/domain/identity-number.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Queries, Storage } from '../sql/storage.ts';
import type { Row } from '../sql/tables.ts';
import type { CentreKey } from './answer-files/centre-key.ts';
import type { AttemptViews } from './attempt-views.ts';
import type { Callers } from './callers.ts';
import type { Events } from './events.ts';
import type { ExaminationBook } from './examination-book.ts';
import type { HelpLines } from './help/help-lines.ts';
import { newId } from './ids.ts';
import type { Network } from './ports.ts';
import type { ProhibitedPrograms } from './prohibited-programs.ts';
import { ownExamination } from './registration.ts';
import { createTryLimit, type TryLimitParts } from './try-limit.ts';
import type { ViolationRulesDesk } from './violation-rules.ts';

export interface SignIn {
  /**
   * Opens a new epoch and fences the one before (ANS-5). Throws `identity_number_malformed`, `admission_unknown`,
   * `identity_number_mismatch`, `too_many_tries`, `too_early`, or `already_signed_in` with `since` when another
   * computer is online and `takeOver` is false.
   */
  signIn(body: RouteBody<'candidateSignIn'>): Promise<RouteReply<'candidateSignIn'>>;
}

interface Parts extends TryLimitParts {
  store: Storage;
  network: Network;
  book: ExaminationBook;
  callers: Callers;
  events: Events;
  views: AttemptViews;
  centreKey: CentreKey;
  programs: Pick<ProhibitedPrograms, 'addedFor'>;
  violationRules: Pick<ViolationRulesDesk, 'changesFor'>;
  helpLines: Pick<HelpLines, 'of'>;
}

/** Nobody signs in as often between a backup and the loss it was made for. */
const EPOCHS_OF_A_RESTORATION = 1_000;

const digest = (text: string) => createHash('sha256').update(text).digest();

export function createSignIn(parts: Parts): SignIn {
  const { store, clock, random, network, book, callers, events, views, centreKey, programs } = parts;
  const { violationRules, helpLines } = parts;
  const limit = createTryLimit(parts, 'sign-in of');

  const recognise = async (admissionNo: string, identityNo: string): Promise<Row<'candidate'>> => {
    await limit.check(admissionNo);
    if (!isIdentityNumber(identityNo)) throw new Fault('identity_number_malformed');
    const candidate = await store.findCandidateByAdmission(admissionNo);
    if (candidate && timingSafeEqual(digest(candidate.identity_no), digest(identityNo))) {
      await limit.succeeded(admissionNo);
      return candidate;
    }
    await limit.failed(admissionNo);
    throw new Fault(candidate ? 'identity_number_mismatch' : 'admission_unknown');
  };

  /** Next epoch of the candidate's attempt, which is made at the first sign-in. */
  const openEpoch = async (all: Queries, candidate: Row<'candidate'>, body: RouteBody<'candidateSignIn'>) => {
    const now = clock.now();
    const known = await all.findAttemptOfCandidate(candidate.id);
    const last = known ? await all.findEpoch(known.id, known.epoch) : null;
    const otherComputer = last !== null && last.computer_id !== body.computerId;
    if (known?.online && otherComputer && !body.takeOver)
      throw new Fault('already_signed_in', { since: last.opened_at });
    const attemptId = known?.id ?? newId(random);
    // Epochs that were opened after the backup are not known any more; their entries must not meet those of a new one.
    const restored = last !== null && (await all.wasRestoredSince(last.opened_at));
    const epoch = (known?.epoch ?? 0) + (restored ? EPOCHS_OF_A_RESTORATION : 1);
    const key = known?.key_base64 ?? random.bytes(32).toString('base64');
    let phoneEnded = false;
    if (known) {
      await all.fenceEpochs(attemptId, now);
      // Where the exam goes on nobody knows: the phone that stood behind the earlier computer is not its second view.
      if (otherComputer) phoneEnded = (await all.endPhoneTokens(attemptId, now, 'computer_changed')) > 0;
      else await all.carryPhoneTokens(attemptId, epoch);
      const offline_since = known.online === 1 ? now : known.offline_since;
      await all.updateAttempt(attemptId, { epoch, online: 0, offline_since, process: null });
      // Another computer may have another person before it: the face is checked again.
      if (otherComputer) await all.updateAttempt(attemptId, { identity: 'unchecked', identity_failures: 0 });
    } else {
      await all.insertAttempt({
        id: attemptId,
        candidate_id: candidate.id,
        examination_id: candidate.examination_id,
        seed: random.bytes(8).toString('hex'),
        epoch,
        key_base64: key,
        consent_at: null,
        identity: 'unchecked',
        identity_failures: 0,
        stage: null,
        online: 0,
        offline_since: null,
        phone: 'none',
        phone_lost_since: null,
        phone_cause: null,
        hand_raised_at: null,
        process: null,
        rear_process: null,
        violations: 0,
      });
    }
    const { computerId: computer_id, platform } = body;
    await all.insertEpoch({
      attempt_id: attemptId,
      epoch,
      computer_id,
      platform,
      opened_at: now,
      fenced_at: null,
      cursor: 0,
    });
    const told = [await events.record(all, attemptId, 'signed_in', { epoch, platform, otherComputer })];
    if (otherComputer) told.push(await events.record(all, attemptId, 'epoch_fenced', { epoch: known?.epoch ?? 0 }));
    const token = await callers.issueCandidate(all, attemptId, epoch);
    return { attemptId, epoch, token, told, phoneEnded, reentry: known !== undefined, key };
  };

  return {
    async signIn(body) {
      const candidate = await recognise(
        body.admissionNo.normalize('NFKC').trim(),
        normaliseIdentityNumber(body.identityNo),
      );
      const examination = ownExamination(book.examination(candidate.examination_id), candidate);
      const opensAt = Math.min(...examination.sessions.map((session) => session.entryFrom));
      if (clock.now() < opensAt) throw new Fault('too_early', { at: opensAt });
      const opened = await store.transactionAbout({ candidateId: candidate.id }, (all) =>
        openEpoch(all, candidate, body),
      );
      if (opened.reentry) network.fence(opened.attemptId, opened.epoch, clock.now());
      if (opened.phoneEnded) network.endPhone(opened.attemptId, 'computer_changed');
      events.announce(opened.told);
      const { id, name, admission_no: admissionNo, registered_picture_id: photo } = candidate;
      return {
        token: opened.token,
        serverTime: clock.now(),
        candidate: { id, name, admissionNo, hasPhoto: photo !== null },
        // Each calls the numbers of their own region (HELP-1).
        examination: { ...examination, ...helpLines.of(candidate) },
        prohibitedPrograms: await programs.addedFor(examination.id),
        violationRules: await violationRules.changesFor(examination.id),
        attempt: await views.of(opened.attemptId),
        attemptKey: opened.key,
        answerFileKey: centreKey.publicKey,
        reentry: opened.reentry,
      };
    },
  };
}
