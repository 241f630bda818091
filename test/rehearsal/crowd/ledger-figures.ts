import type { CameraLedger } from '../../../shared/contract/camera-ledger.ts';
import type { RouteReply } from '../../../shared/contract/http.ts';
import type { AttemptEvent } from '../../../shared/contract/views.ts';
import { AWAITED, UNEXPLAINED } from '../../../shared/domain/camera-ledger.ts';
import { atLeast, exactly, type Figure } from '../figures.ts';

/** What the exam centre knows of one candidate when the day is over. */
export interface Aftermath {
  ledger: RouteReply<'cameraLedger'>;
  events: readonly AttemptEvent[];
  /** By whom, and when. */
  openedAt: number | null;
  handedInAt: number | null;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** The seconds of its spans, one after another without overlap; null where they are not. */
function spannedSeconds({ spans }: CameraLedger): number | null {
  const joined = spans.every(({ from }, index) => {
    const before = spans[index - 1];
    return !before || from >= before.from + before.seconds * 1_000;
  });
  return joined ? sum(spans.map(({ seconds }) => seconds)) : null;
}

function addsUp(camera: CameraLedger, { openedAt, handedInAt }: Aftermath): boolean {
  const { owed, recorded, still, live, missing, causes } = camera.totals;
  if (openedAt === null || handedInAt === null) return false;
  // The event of the opening is written right after it: it may fall into the next second.
  const between = Math.floor(handedInAt / 1_000) - Math.ceil(openedAt / 1_000);
  return (
    (owed === between || owed === between + 1) &&
    spannedSeconds(camera) === owed &&
    recorded + still + live + missing === owed &&
    sum(Object.values(causes)) === missing
  );
}

const WITHOUT_CAUSE: readonly (string | null)[] = [UNEXPLAINED, AWAITED];

/** Each stretch that a person would have to look at, in words: whose, when, how long, and what lies before it. */
export function stretchesWithoutCause(all: readonly Aftermath[]): string[] {
  return all.flatMap(({ ledger }) =>
    ledger.cameras.flatMap(({ camera, spans }) =>
      spans.flatMap(({ from, seconds, cause }, index) => {
        if (!WITHOUT_CAUSE.includes(cause)) return [];
        const before = spans[index - 1];
        const at = new Date(from).toISOString().slice(11, 19);
        return [
          `${ledger.attemptId} ${camera}: ${cause} ${at} for ${seconds} s, after ${before?.cause ?? before?.state}`,
        ];
      }),
    ),
  );
}

/** CAM-1 for a whole room: every second is there once, every gap has a cause, and no link of any chain is missing. */
export function ledgerFigures(all: readonly Aftermath[]): Figure[] {
  const cameras = all.flatMap((each) => each.ledger.cameras.map((camera) => ({ camera, each })));
  const of = (name: 'front' | 'rear') => cameras.filter(({ camera }) => camera.camera === name);
  const seconds = (name: 'front' | 'rear', what: 'owed' | 'recorded' | 'still' | 'live' | 'missing') =>
    sum(of(name).map(({ camera }) => camera.totals[what]));
  const causes = new Map<string, number>();
  for (const { camera } of cameras) {
    for (const [cause, missing] of Object.entries(camera.totals.causes)) {
      const key = `${camera.camera}, ${cause}`;
      causes.set(key, (causes.get(key) ?? 0) + missing);
    }
  }
  const withoutCause = sum(
    cameras.map(({ camera }) => (camera.totals.causes[UNEXPLAINED] ?? 0) + (camera.totals.causes[AWAITED] ?? 0)),
  );
  const lost = all.flatMap(({ events }) => events.filter(({ kind }) => kind === 'phone_lost'));
  return [
    exactly(
      'ledgers whose seconds add up',
      cameras.filter(({ camera, each }) => addsUp(camera, each)).length,
      'ledgers',
      cameras.length,
    ),
    exactly(
      'chains that are whole',
      cameras.filter(({ camera }) => camera.chain.intact).length,
      'chains',
      cameras.length,
    ),
    exactly('missing seconds without a cause', withoutCause, 's', 0),
    ...(['front', 'rear'] as const).flatMap((name) => [
      atLeast(`${name}: owed`, seconds(name, 'owed'), 's', 1),
      ...(['recorded', 'still', 'live', 'missing'] as const).map((what) =>
        atLeast(`${name}: ${what}`, seconds(name, what), 's', 0),
      ),
    ]),
    ...[...causes].sort().map(([cause, missing]) => atLeast(`missing: ${cause}`, missing, 's', 0)),
    atLeast('interruptions of phones told to the proctor', lost.length, 'events', all.length),
  ];
}
