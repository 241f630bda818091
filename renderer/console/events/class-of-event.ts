import type { AttemptEvent } from '../../../shared/contract/views.ts';
import { type FindingClass, findingClass } from '../../../shared/domain/finding-class.ts';
import { VIOLATION_KINDS, type ViolationKind } from '../../../shared/domain/violation.ts';

const isViolation = (kind: string): kind is ViolationKind => (VIOLATION_KINDS as readonly string[]).includes(kind);

/** Null: not a finding but something else that happened. */
export const classOfEvent = ({ kind, detail }: AttemptEvent): FindingClass | null =>
  isViolation(kind) ? findingClass(kind, detail) : null;
