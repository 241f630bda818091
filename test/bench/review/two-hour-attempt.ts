import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { keyFileBeside, readEvidenceKeys } from '../../../server/disk/evidence-keys.ts';
import { writeSealed } from '../../../server/disk/sealed-file.ts';
import { newId } from '../../../server/services/ids.ts';
import { insertFactLinks } from '../../../server/sql/camera-facts.ts';
import { openDatabase } from '../../../server/sql/database.ts';
import { insertEvents } from '../../../server/sql/events.ts';
import { insertSegments } from '../../../server/sql/segments.ts';
import { createHttpClient } from '../../../shared/contract/http-client.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/version.ts';
import { type CameraFact, factText } from '../../../shared/domain/camera-fact.ts';
import { chainEntry, type Entry, GENESIS } from '../../../shared/domain/entry.ts';
import { canonicalJson } from '../../../shared/support/canonical-json.ts';
import type { Centre } from '../../rehearsal/centre.ts';

const HOURS = 2;
const SEGMENT_MS = 10_000;
const OVERLAP_MS = 500;
const FINDINGS = 60;
/** An answer every three seconds. */
const ANSWERS = 2_400;
const CAMERAS = ['front', 'rear'] as const;

export interface RecordedAttempt {
  attemptId: string;
  from: number;
  until: number;
}

/**
 * An attempt of two hours as it lies at the exam centre afterwards: both cameras in segments of ten seconds, the chain of each,
 * answers and violations. Written where the server would have written it, since two hours are not waited for.
 */
export async function writeTwoHours(centre: Centre, clip: Buffer): Promise<RecordedAttempt> {
  const anyone = createHttpClient({ origin: centre.origin, token: () => null });
  const { token, attempt } = await anyone('candidateSignIn', {
    ...{ protocol: PROTOCOL_VERSION, admissionNo: 'LD20260001', identityNo: '210102199001010007' },
    ...{ computerId: 'bench', platform: 'bench', takeOver: false },
  });
  await createHttpClient({ origin: centre.origin, token: () => token })('consent', {});
  const attemptId = attempt.id;
  const until = Date.now() - 60_000;
  const from = until - HOURS * 3_600_000;
  const random = { bytes: randomBytes };
  const sha256 = createHash('sha256').update(clip).digest('hex');
  const evidence = join(centre.dataDir, 'evidence');
  const source = join(evidence, 'clip.webm');
  await writeSealed(source, [clip], await readEvidenceKeys(keyFileBeside(centre.dataDir)));
  const db = await openDatabase({ file: join(centre.dataDir, 'yunkao.db') });
  await db.transaction().execute(async (all) => {
    for (const camera of CAMERAS) {
      await mkdir(join(evidence, attemptId, camera), { recursive: true });
      let [seq, prev] = [0, GENESIS];
      const learn = async (at: number, fact: CameraFact) => {
        const unhashed = { attemptId, camera, seq: seq + 1, at, fact, prev };
        const hash = createHash('sha256').update(factText(unhashed)).digest('hex');
        await insertFactLinks(all, [{ ...unhashed, hash }]);
        [seq, prev] = [seq + 1, hash];
      };
      for (let start = from; start < until; start += SEGMENT_MS) {
        const id = newId(random);
        const path = join(attemptId, camera, `${id}.webm`);
        await link(source, join(evidence, path));
        const durationMs = SEGMENT_MS + OVERLAP_MS;
        const segment = { id, attempt_id: attemptId, camera, started_at: start, duration_ms: durationMs };
        const stored = {
          bytes: clip.length,
          mime: 'video/webm;codecs=vp8',
          sha256,
          path,
          stored_at: start + SEGMENT_MS,
        };
        await insertSegments(all, [{ ...segment, ...stored }]);
        await learn(start + SEGMENT_MS, { kind: 'recorded', from: start, durationMs, segmentId: id, sha256 });
      }
      await learn(until, { kind: 'owed', sessionId: 'labour-3-theory', from, until });
    }
    for (let each = 0; each < FINDINGS; each += 1) {
      const at = from + ((each + 0.5) * (until - from)) / FINDINGS;
      const kind = each % 3 === 0 ? 'looking_away' : 'no_face';
      await insertEvents(all, [{ id: newId(random), attemptId, at, kind, detail: { durationMs: 4_000, score: 0.9 } }]);
    }
    let last: Entry | undefined;
    for (let each = 0; each < ANSWERS; each += 1) {
      const at = Math.round(from + (each * (until - from)) / ANSWERS);
      const value = { kind: 'choice' as const, chosen: ['A'] };
      const body = { type: 'response' as const, sessionId: 'labour-3-theory', itemId: 'i1', value };
      last = await chainEntry({ attemptId, epoch: 1, seq: (last?.seq ?? 0) + 1, at, body }, last?.hash ?? GENESIS);
      const { seq, prev, hash } = last;
      await all
        .insertInto('entry')
        .values({
          ...{ attempt_id: attemptId, epoch: 1, seq, at, received_at: at, origin_json: null, prev, hash },
          ...{ body_json: canonicalJson(body), verdict: 'accepted' },
        })
        .execute();
    }
  });
  // Not `closeDatabase`: the server has the file open, and its log is its own to empty.
  await db.destroy();
  return { attemptId, from, until };
}
