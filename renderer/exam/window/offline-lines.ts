import type { ExamStage } from '../session/exam-flow.ts';

export type OfflineLine = 'notKept' | 'goOn' | 'over' | 'safe' | 'allThere' | 'newOnesKept';

interface Circumstances {
  stage: ExamStage['name'];
  /** Entries that the exam centre has not acknowledged. */
  unsent: number;
  /** Whether this computer's disk takes entries. */
  kept: boolean;
}

/** What is true of the answers while the exam centre is out of reach: whoever's time is over is not told to go on. */
export function offlineLines({ stage, unsent, kept }: Circumstances): OfflineLine[] {
  if (unsent > 0 && !kept) return ['notKept'];
  const sent: OfflineLine = unsent > 0 ? 'safe' : 'allThere';
  if (stage === 'handing_in') return ['over', sent];
  if (stage !== 'answering') return [sent];
  return unsent > 0 || !kept ? ['goOn', sent] : ['goOn', sent, 'newOnesKept'];
}
