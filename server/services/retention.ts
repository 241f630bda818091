import { createHash } from 'node:crypto';
import type { RouteReply } from '../../shared/contract/http.ts';
import { openCases } from '../../shared/domain/adjudication.ts';
import { GENESIS } from '../../shared/domain/entry.ts';
import {
  type DeletionStep,
  type DeletionSubject,
  deletionText,
  intactDeletions,
  keptUntil,
  retentionState,
} from '../../shared/domain/retention.ts';
import { isStill } from '../../shared/domain/still.ts';
import { canonicalJson } from '../../shared/support/canonical-json.ts';
import type { Clock } from '../../shared/support/clock.ts';
import type { KeptThings } from '../sql/retention.ts';
import type { Queries, Storage } from '../sql/storage.ts';
import type { ExaminationBook } from './examination-book.ts';
import type { Log, PictureFiles, Processes, SegmentFiles, SharedMemory } from './ports.ts';

/** One process deletes; when it dies another goes on after this. */
const TURN = 'turn to delete';
const TURN_MS = 10 * 60_000;
/** So many lines of the log are shown, the latest first. */
const SHOWN_LINKS = 200;

export interface Retention {
  /** Deletes what is due (RET-1). What cannot be deleted now is tried again at the next call. */
  check(): Promise<void>;
  /** Ends what `check` is doing after the person it is at. */
  stop(): Promise<void>;
  /** What is kept and until when, what is held, and the log (RET-2). */
  overview(): Promise<RouteReply<'retention'>>;
}

interface Parts {
  store: Storage;
  clock: Clock;
  log: Log;
  book: ExaminationBook;
  memory: SharedMemory;
  processes: Pick<Processes, 'name'>;
  pictureFiles: PictureFiles;
  segmentFiles: SegmentFiles;
}

function begun({ segments, pictures }: KeptThings): DeletionStep {
  const stills = segments.filter(isStill).length;
  const list = [...segments.map(({ id, sha256 }) => ({ id, sha256 })), ...pictures.map((id) => ({ id }))];
  return {
    ...{ kind: 'begun', recordings: segments.length - stills, stills, pictures: pictures.length },
    bytes: segments.reduce((sum, { bytes }) => sum + bytes, 0),
    listSha256: createHash('sha256').update(canonicalJson(list)).digest('hex'),
  };
}

/**
 * Deletes recordings, stills, pictures and registered photos on the last day of an examination's retention. Answers, receipts,
 * marks, cases with their verdicts, events and the cameras' ledgers stay. First it is written down that it begins, then files go,
 * then the rows that speak of them: whatever breaks off in between is taken up again, and nothing goes unwritten.
 */
export function createRetention(parts: Parts): Retention {
  const { store, clock, log, book, memory, processes, pictureFiles, segmentFiles } = parts;
  let running: Promise<void> | null = null;
  let stopped = false;

  async function append(all: Queries, of: DeletionSubject, step: DeletionStep): Promise<void> {
    const { seq, hash: prev } = (await all.lastDeletion()) ?? { seq: 0, hash: GENESIS };
    const link = { seq: seq + 1, at: clock.now(), of, step, prev };
    await all.insertDeletion({ ...link, hash: createHash('sha256').update(deletionText(link)).digest('hex') });
  }

  async function stateOf(all: Queries, of: DeletionSubject, until: number) {
    const begunBefore = await all.isDeletionBegun(of);
    const cases = of.attemptId === null ? 0 : openCases(await all.caseLinksOf(of.attemptId));
    return { begunBefore, state: retentionState({ openCases: cases, begun: begunBefore }, until, clock.now()) };
  }

  async function remove(of: DeletionSubject, until: number): Promise<void> {
    const things = await store.transaction(async (all) => {
      const { state, begunBefore } = await stateOf(all, of, until);
      if (state !== 'due') return null;
      const found = await all.keptThings(of);
      if (!begunBefore) await append(all, of, begun(found));
      return found;
    });
    if (!things) return;
    await segmentFiles.remove(things.segments.map(({ path }) => path));
    await pictureFiles.remove(things.pictures);
    await store.transaction(async (all) => {
      await all.forgetThings(of, things, clock.now());
      await append(all, of, { kind: 'done' });
    });
    const { length: segments } = things.segments;
    log.info(
      { of, segments, pictures: things.pictures.length },
      'recordings and pictures were deleted on their last day',
    );
  }

  async function deleteDue(): Promise<void> {
    for (const { id, sessions, retentionDays } of book.examinations) {
      const until = keptUntil(sessions, retentionDays);
      if (clock.now() < until) continue;
      for (const of of await store.whoIsKept(id)) {
        if (stopped) return;
        await memory.put(TURN, processes.name, TURN_MS);
        await remove(of, until).catch((cause) => log.error({ err: cause, of }, 'what is due could not be deleted'));
      }
    }
  }

  async function check(): Promise<void> {
    if (!(await memory.putNew(TURN, processes.name, TURN_MS))) return;
    await deleteDue().finally(() => memory.removeIf(TURN, processes.name));
  }

  return {
    check() {
      running ??= check().finally(() => {
        running = null;
      });
      return running;
    },
    async stop() {
      stopped = true;
      await running;
    },
    async overview() {
      const links = await store.allDeletions();
      const done = links.filter(({ step }) => step.kind === 'done');
      const examinations: RouteReply<'retention'>['examinations'] = [];
      for (const { id, title, sessions, retentionDays } of book.examinations) {
        const until = keptUntil(sessions, retentionDays);
        const kept = await store.whoIsKept(id);
        const held: string[] = [];
        if (clock.now() >= until) {
          for (const of of kept) if ((await stateOf(store, of, until)).state === 'held') held.push(of.id);
        }
        examinations.push({
          ...{ examinationId: id, title, retentionDays, keptUntil: until, kept: kept.length },
          held: (await store.namesOf(held)).map(({ name, admission_no }) => ({ name, admissionNo: admission_no })),
          deleted: new Set(done.filter(({ of }) => of.examinationId === id).map(({ of }) => of.id)).size,
        });
      }
      const latest = links.slice(-SHOWN_LINKS).reverse();
      const names = new Map(
        (await store.namesOf([...new Set(latest.map(({ of }) => of.id))])).map((row) => [row.id, row]),
      );
      return {
        examinations,
        log: {
          ...{ links: links.length, intact: (await intactDeletions(links)) === links.length },
          head: links.at(-1)?.hash ?? GENESIS,
          latest: latest.map(({ seq, at, of, step }) => ({
            ...{ seq, at, step, examinationId: of.examinationId },
            ...{ name: names.get(of.id)?.name ?? null, admissionNo: names.get(of.id)?.admission_no ?? null },
          })),
        },
      };
    },
  };
}
