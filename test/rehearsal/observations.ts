import type { Segment } from '../../shared/contract/views.ts';
import { isStill } from '../../shared/domain/still.ts';
import { atLeast, exactly, type Figure } from './figures.ts';
import { decodeAll } from './recording.ts';
import type { Stage } from './stage.ts';

/** What one candidate's attempt looks like from the server, after the last hand-in. */
export async function observeAttempt(
  stage: Stage,
  admissionNo: string,
  attemptId: string,
  expected: { receipts: Map<string, string>; answers: Map<string, number>; earned: Map<string, number> },
): Promise<Figure[]> {
  const of = (what: string) => `${admissionNo} ${what}`;
  const figures: Figure[] = [];
  const { results } = await stage.staff.call('results', {}, { attemptId });
  for (const [sessionId, receiptNo] of expected.receipts) {
    const result = results.find((one) => one.sessionId === sessionId);
    figures.push(
      exactly(of(`${sessionId}: receipt at the server`), result?.receipt?.receiptNo ?? null, 'text', receiptNo),
      exactly(
        of(`${sessionId}: answers found at the server`),
        result?.score?.answered ?? null,
        'items',
        expected.answers.get(sessionId) ?? 0,
      ),
      exactly(
        of(`${sessionId}: objective score`),
        result?.score?.earned ?? null,
        'points',
        expected.earned.get(sessionId) ?? 0,
      ),
    );
  }
  const { segments } = await stage.staff.call('segments', {}, { attemptId });
  for (const camera of ['front', 'rear'] as const) {
    figures.push(
      ...(await observeRecording(
        stage,
        of(camera),
        // Beside the recordings stand the stills of findings.
        segments.filter((one) => one.camera === camera && !isStill(one)),
      )),
    );
  }
  return figures;
}

async function observeRecording(stage: Stage, name: string, segments: readonly Segment[]): Promise<Figure[]> {
  const seconds = Math.round(segments.reduce((sum, { durationMs }) => sum + durationMs, 0) / 100) / 10;
  const decoded = await decodeAll(stage.proctor.page, stage.staff.token, segments);
  for (const broken of decoded.broken) console.error(`  not playable: ${broken}`);
  const playable = Math.round(decoded.seconds * 10) / 10;
  const figures = [
    atLeast(`${name}: recorded`, seconds, 's', 20),
    // A segment's own length and its announced length may differ by a frame or two.
    atLeast(`${name}: playable by itself`, playable, 's', Math.round(seconds * 0.95 * 10) / 10),
    exactly(`${name}: segments that do not play`, decoded.broken.length, 'segments', 0),
  ];
  if (name.endsWith('front')) {
    figures.push(
      atLeast(
        `${name}: sound decoded`,
        Math.round(decoded.soundSeconds * 10) / 10,
        's',
        Math.round(seconds * 0.9 * 10) / 10,
      ),
    );
  }
  return figures;
}
