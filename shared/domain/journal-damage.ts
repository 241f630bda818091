/**
 * What may be wrong with a stretch of a journal. `unreadable`: it does not decrypt. `altered`: its hash or its link does
 * not fit. `missing`: later entries are there. `truncated`: the journal was seen to reach further. `behind_server`: the
 * exam centre holds more of the epoch than this journal was ever seen to have.
 */
export const DAMAGE_KINDS = ['unreadable', 'altered', 'missing', 'truncated', 'behind_server'] as const;
export type DamageKind = (typeof DAMAGE_KINDS)[number];

export interface JournalDamage {
  epoch: number;
  kind: DamageKind;
  /** Both included. */
  fromSeq: number;
  toSeq: number;
  /** How many of them are intact neither here nor at the exam centre. */
  lost: number;
}

/** One stretch in a word, e.g. `truncated 2 56-57`, where a list of them must be one text. */
export const damageCode = ({ kind, epoch, fromSeq, toSeq }: Omit<JournalDamage, 'lost'>): string =>
  `${kind} ${epoch} ${fromSeq}-${toSeq}`;

/** What `damageCode` wrote; null for anything else. */
export function readDamageCode(code: string): Omit<JournalDamage, 'lost'> | null {
  const [, word, epoch, fromSeq, toSeq] = /^(\w+) (\d+) (\d+)-(\d+)$/.exec(code) ?? [];
  const kind = DAMAGE_KINDS.find((each) => each === word);
  return kind ? { kind, epoch: Number(epoch), fromSeq: Number(fromSeq), toSeq: Number(toSeq) } : null;
}

/** One place of the journal that has something in it. */
export interface FoundEntry {
  epoch: number;
  seq: number;
  condition: 'intact' | 'unreadable' | 'altered';
}

/** A place in a journal: where an epoch was seen to reach, or which entry is meant. */
export interface JournalPlace {
  epoch: number;
  seq: number;
}

type Stretch = Omit<JournalDamage, 'epoch' | 'lost'>;

function stretchesOf(found: readonly FoundEntry[], reached: number, cursor: number): Stretch[] {
  const stretches: Stretch[] = [];
  const add = (kind: DamageKind, fromSeq: number, toSeq: number): void => {
    const last = stretches.at(-1);
    if (last?.kind === kind && last.toSeq + 1 === fromSeq) last.toSeq = toSeq;
    else if (fromSeq <= toSeq) stretches.push({ kind, fromSeq, toSeq });
  };
  const intact = found.filter(({ condition }) => condition === 'intact').at(-1)?.seq ?? 0;
  // The place of what cannot be read may be a lie itself: no hole is counted on its word.
  const end = Math.max(intact, reached, cursor);
  let next = 1;
  for (const { seq, condition } of found) {
    add('missing', next, Math.min(seq - 1, end));
    if (condition !== 'intact') add(condition, seq, seq);
    next = seq + 1;
  }
  add('truncated', next, reached);
  add('behind_server', Math.max(next, reached + 1), cursor);
  return stretches;
}

/**
 * Names what is damaged in the journal of one computer, epoch by epoch (ANS-4). Epochs of which neither an entry nor a
 * reach is known were sat on another computer and are not its business.
 *
 * @param found every place that has something in it, ascending by epoch and seq
 * @param reached how far the journal was seen to reach, by whatever kept a note of it
 * @param cursors the server's
 * @param kept places whose entry can be read, or was written again in a later epoch
 */
export function journalDamage(
  found: readonly FoundEntry[],
  reached: readonly JournalPlace[],
  cursors: readonly { epoch: number; cursor: number }[],
  kept: readonly JournalPlace[],
): JournalDamage[] {
  const epochs = [...new Set([...found, ...reached].map(({ epoch }) => epoch))].sort((left, right) => left - right);
  return epochs.flatMap((epoch) => {
    const cursor = cursors.find((one) => one.epoch === epoch)?.cursor ?? 0;
    const furthest = Math.max(0, ...reached.filter((one) => one.epoch === epoch).map(({ seq }) => seq));
    const ofEpoch = found.filter((one) => one.epoch === epoch);
    const keptSeqs = new Set(kept.filter((one) => one.epoch === epoch).map(({ seq }) => seq));
    return stretchesOf(ofEpoch, furthest, cursor).map((stretch) => {
      const from = Math.max(stretch.fromSeq, cursor + 1);
      const still = [...keptSeqs].filter((seq) => seq >= from && seq <= stretch.toSeq).length;
      return { epoch, ...stretch, lost: Math.max(0, stretch.toSeq - from + 1 - still) };
    });
  });
}
