import type { PaperImportFault, PaperImportFaultKind, PaperImportPlace } from '../../shared/contract/paper-import.ts';
import type { Component, PaperFile } from '../../shared/domain/paper.ts';

/** A paper without a fault, or every fault that was found: nothing is read by half. */
export type PaperReading = { file: PaperFile; faults: [] } | { file: null; faults: PaperImportFault[] };

/** The session that a paper is read for: a paper of another one must not get in by mistake. */
export interface PaperTarget {
  sessionId: string;
  /** What annex 2 lets this session assess. */
  components: readonly Component[];
  /** Items of the examination's other sessions, with the title of theirs: answers are kept by item id alone. */
  otherItems: ReadonlyMap<string, string>;
}

export const importFault = (
  kind: PaperImportFaultKind,
  place: PaperImportPlace = {},
  params: PaperImportFault['params'] = {},
): PaperImportFault => ({ kind, place, params });

/** Stops a reading: what is wrong leaves nothing to go on with. */
export class PaperReadingError extends Error {
  constructor(readonly fault: PaperImportFault) {
    super(fault.kind);
  }
}

export function stopReading(...given: Parameters<typeof importFault>): never {
  throw new PaperReadingError(importFault(...given));
}
