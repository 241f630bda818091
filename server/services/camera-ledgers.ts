import { createHash } from 'node:crypto';
import type { RouteReply } from '../../shared/contract/http.ts';
import type { Camera } from '../../shared/contract/views.ts';
import { type CameraFact, type FactLink, factText, intactFacts } from '../../shared/domain/camera-fact.ts';
import { cameraLedger, ledgerTotals } from '../../shared/domain/camera-ledger.ts';
import type { Stretch } from '../../shared/domain/covered-seconds.ts';
import { GENESIS } from '../../shared/domain/entry.ts';
import { PHONE_SILENCE_MS } from '../../shared/domain/phone-watch.ts';
import type { Clock } from '../../shared/support/clock.ts';
import type { CameraOf } from '../sql/camera-facts.ts';
import type { Queries, Storage } from '../sql/storage.ts';
import type { Row } from '../sql/tables.ts';
import type { ExaminationBook } from './examination-book.ts';
import { PIECE_MS } from './moving-spans.ts';
import { createSharedCommit } from './shared-commit.ts';

/** What an exam centre that dies had heard of a camera and not yet written: a piece of its pictures, and the silence after it. */
const UNWRITTEN_MS = PIECE_MS + PHONE_SILENCE_MS;
/** Facts in one transaction: an answer waits for no more than these (NET-1). */
const MOST_LEARNT = 100;
const CAMERAS: readonly Camera[] = ['front', 'rear'];

export interface CameraLedgers {
  /** Adds a fact to the camera's chain, in the caller's transaction, which must be about this attempt. */
  append(all: Queries, attemptId: string, camera: Camera, fact: CameraFact): Promise<void>;
  /** As `append`, a fact for each of many cameras. No two are of the same. */
  appendAll(all: Queries, learnt: readonly Learnt[]): Promise<void>;
  /**
   * Adds a fact, with what was stored of that camera, in a transaction of its own, which it shares with what is learnt of other
   * cameras at the same moment.
   */
  learn(learnt: Learnt & { stored?: Row<'segment'> }): Promise<void>;
  /** The session is over: both cameras owed the time from the opening of its paper until its hand-in. */
  close(all: Queries, attemptId: string, sessionId: string, handedInAt: number): Promise<void>;
  /** The ledger of both cameras as the facts have it now. Throws `not_found`. */
  read(attemptId: string): Promise<RouteReply<'cameraLedger'>>;
  /** The whole chain of each camera. Throws `not_found`. */
  links(attemptId: string): Promise<Record<Camera, FactLink[]>>;
  /**
   * Whoever heard this camera died with what it had not written yet, or hangs: from shortly before now on nothing is known of it, in
   * the caller's transaction. Returns since when.
   */
  lostSight(all: Queries, attemptId: string, camera: Camera, cause: string): Promise<number>;
  /**
   * The server has just started: no camera is connected, since the last thing that was learnt about any; and what was heard of one
   * shortly before and not yet written is lost with the centre.
   */
  startedAgain(): Promise<void>;
}

export interface Learnt extends CameraOf {
  fact: CameraFact;
}

interface Parts {
  store: Storage;
  clock: Clock;
  book: ExaminationBook;
}

/** What is known about each camera, as a chain of facts, and what the chain comes to second by second (CAM-1). */
export function createCameraLedgers({ store, clock, book }: Parts): CameraLedgers {
  const appendAll: CameraLedgers['appendAll'] = async (all, learnt) => {
    const last = new Map(
      (await all.lastFactLinks(learnt)).map((link) => [`${link.attempt_id} ${link.camera}`, link] as const),
    );
    const links = learnt.map(({ attemptId, camera, fact }): FactLink => {
      const { seq, hash: prev } = last.get(`${attemptId} ${camera}`) ?? { seq: 0, hash: GENESIS };
      const link = { attemptId, camera, seq: seq + 1, at: clock.now(), fact, prev };
      return { ...link, hash: createHash('sha256').update(factText(link)).digest('hex') };
    });
    await all.insertFactLinks(links);
  };
  const shared = createSharedCommit<Parameters<CameraLedgers['learn']>[0], void>({
    keyOf: ({ attemptId, camera }) => `${attemptId} ${camera}`,
    sizeOf: () => 1,
    mostSize: MOST_LEARNT,
    async commit(learnt) {
      await store.transactionAbout({ attemptIds: learnt.map(({ attemptId }) => attemptId) }, async (all) => {
        await all.insertSegments(learnt.flatMap(({ stored }) => stored ?? []));
        await appendAll(all, learnt);
      });
      return [];
    },
  });
  const append: CameraLedgers['append'] = (all, attemptId, camera, fact) =>
    appendAll(all, [{ attemptId, camera, fact }]);

  /** From the chain where the session was handed in; else from the opening of its paper until its end. */
  const owedBy = (links: readonly FactLink[], openings: Awaited<ReturnType<Queries['openingsOf']>>): Stretch[] => {
    const closed = new Map<string, Stretch>();
    for (const { fact } of links) if (fact.kind === 'owed') closed.set(fact.sessionId, fact);
    const open = openings
      .filter(({ session_id }) => !closed.has(session_id))
      .map(({ session_id, at }) => ({ from: at, until: book.session(session_id).endsAt }));
    return [...closed.values(), ...open];
  };

  const links: CameraLedgers['links'] = async (attemptId) => {
    await store.findAttempt(attemptId);
    return {
      front: await store.factLinksOf(attemptId, 'front'),
      rear: await store.factLinksOf(attemptId, 'rear'),
    };
  };

  /** `heardAt`: when whoever heard it was last known to live. */
  const lostSight = async (all: Queries, attemptId: string, camera: Camera, cause: string, heardAt = clock.now()) => {
    const own = (await all.lastFactLinks([{ attemptId, camera }]))[0]?.at ?? heardAt;
    // A moment later: at the same one a coming counts for more than a going.
    const at = Math.max(own, heardAt - UNWRITTEN_MS) + 1;
    await append(all, attemptId, camera, { kind: 'went', at, cause });
    return at;
  };

  return {
    append,
    appendAll,
    learn: shared.run,
    lostSight,
    async close(all, attemptId, sessionId, handedInAt) {
      const opening = await all.findOpening(attemptId, sessionId);
      // Whoever never opened the paper sat in front of no camera.
      if (!opening) return;
      const fact = { kind: 'owed', sessionId, from: opening.at, until: handedInAt } as const;
      await appendAll(
        all,
        CAMERAS.map((camera) => ({ attemptId, camera, fact })),
      );
    },
    links,
    async read(attemptId) {
      const chains = await links(attemptId);
      const openings = await store.openingsOf(attemptId);
      const at = clock.now();
      const cameras = CAMERAS.map(async (camera) => {
        const chain = chains[camera];
        const intact = (await intactFacts(chain)) === chain.length;
        const facts = chain.map(({ fact }) => fact);
        const spans = cameraLedger(facts, owedBy(chain, openings), at);
        const head = chain.at(-1)?.hash ?? GENESIS;
        return { camera, spans, totals: ledgerTotals(spans), chain: { head, links: chain.length, intact } };
      });
      return { attemptId, at, cameras: await Promise.all(cameras) };
    },
    async startedAgain() {
      const lastAt = await store.lastFactAt();
      if (lastAt === null) return;
      for (const { attemptId, camera } of await store.camerasPresent()) {
        await store.transactionAbout({ attemptId }, (all) => lostSight(all, attemptId, camera, 'centre_down', lastAt));
      }
    },
  };
}
