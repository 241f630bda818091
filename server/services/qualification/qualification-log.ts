import { createHash } from 'node:crypto';
import { GENESIS } from '../../../shared/domain/entry.ts';
import { type QualificationLink, qualificationText } from '../../../shared/domain/qualification.ts';
import type { Queries } from '../../sql/storage.ts';

type NewStep = Pick<QualificationLink, 'at' | 'by' | 'staffId' | 'step'>;

/** A step as the link that follows `last`. */
export function chained(last: Pick<QualificationLink, 'seq' | 'hash'> | undefined, step: NewStep): QualificationLink {
  const link = { ...step, seq: (last?.seq ?? 0) + 1, prev: last?.hash ?? GENESIS };
  return { ...link, hash: createHash('sha256').update(qualificationText(link)).digest('hex') };
}

/** Adds a step to the log; inside a transaction that no other runs beside. */
export async function appendStep(all: Queries, step: NewStep): Promise<void> {
  await all.insertQualification(chained(await all.lastQualification(), step));
}
