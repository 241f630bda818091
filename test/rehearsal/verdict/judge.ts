import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { AttemptEvent } from '../../../shared/contract/views.ts';
import type { ViolationKind } from '../../../shared/domain/violation.ts';

/** What the candidate did before the camera, by the kind the machine notes, and the ground it is sustained on. */
export const DEEDS = { multiple_people: 'r4.others_present', no_face: 'r5.left_seat' } as const;
export type Deed = keyof typeof DEEDS;
export const deeds = Object.keys(DEEDS) as Deed[];

/** A finding of this computer's own camera: the phone's picture of the sample shows two persons all the time. */
export const shows = (event: AttemptEvent, deed: ViolationKind): boolean =>
  event.kind === deed && event.detail.camera !== 'rear';

interface Judges {
  proctor: HttpClient;
  reviewer: HttpClient;
  chief: HttpClient;
}

/** Reports each deed with its findings, has it sustained and, by four eyes, decided; how each case stands then. */
export async function judge(
  { proctor, reviewer, chief }: Judges,
  { attemptId, sessionId, events }: { attemptId: string; sessionId: string; events: readonly AttemptEvent[] },
): Promise<Map<Deed, string>> {
  const standings = new Map<Deed, string>();
  for (const deed of deeds) {
    const findings = events.filter((event) => shows(event, deed));
    const times = findings.map(({ at }) => at);
    const report = { sessionId, kind: deed, from: Math.min(...times), until: Math.max(...times) };
    const { caseId } = await proctor(
      'reportCase',
      { report: { ...report, findings: findings.map(({ id }) => id) }, text: '监考员在画面中看到' },
      { attemptId },
    );
    const verdict = { verdict: 'sustained', ground: DEEDS[deed], text: '截图与录像相符' } as const;
    await reviewer('judgeCase', verdict, { caseId });
    const { standing } = await chief('decideCase', verdict, { caseId });
    standings.set(deed, `${standing.state} ${standing.verdict}`);
  }
  return standings;
}
