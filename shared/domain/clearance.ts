/** A proctor's word about a finding. Words are only added: the latest about a finding holds (EVI-2). */
export interface Clearance {
  by: string;
  reason: string;
  at: number;
}

interface EventLike {
  kind: string;
  at: number;
  detail: Readonly<Record<string, string | number | boolean>>;
}

/** The findings that are cleared now, by the id of their event. `events` in the order they were learnt. */
export function clearances(events: readonly EventLike[]): ReadonlyMap<string, Clearance> {
  const cleared = new Map<string, Clearance>();
  for (const { kind, at, detail } of events) {
    const about = String(detail.event);
    if (kind === 'finding_cleared') cleared.set(about, { by: String(detail.by), reason: String(detail.note), at });
    if (kind === 'finding_restored') cleared.delete(about);
  }
  return cleared;
}
