import type { AnswerFileHeader } from '../../../shared/contract/answer-file.ts';
import { ANSWER_FILE_ENDING, writeAnswerFile } from '../../../shared/domain/answer-file.ts';
import { sha256Hex } from '../../../shared/support/sha256.ts';
import type { AnswerFileOwner } from './answer-file-owner.ts';
import type { EntriesHere } from './entries-here.ts';

/** When it is made: by the server's clock, null when this window has not met the server, and by the computer's own. */
export interface MadeAt {
  server: number | null;
  computer: number;
}

export interface MadeAnswerFile {
  fileName: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** `云考答案_LD20260001_20201005-1130.yunkao`: what an organiser recognises among other files on a stick. */
export function answerFileName(admissionNo: string, { server, computer }: MadeAt): string {
  const digits = new Date(server ?? computer)
    .toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' })
    .replaceAll(/\D/g, '');
  const whose = admissionNo.replaceAll(/[^\p{L}\p{N}-]/gu, '-');
  return `云考答案_${whose}_${digits.slice(0, 8)}-${digits.slice(8, 12)}${ANSWER_FILE_ENDING}`;
}

/** The answer file of everything this computer holds (ANS-6). */
export async function makeAnswerFile(
  owner: AnswerFileOwner,
  attemptKey: string,
  { entries, damaged }: EntriesHere,
  madeAt: MadeAt,
): Promise<MadeAnswerFile> {
  const { admissionNo, examinationId, attemptId, centreKey } = owner;
  const header: AnswerFileHeader = {
    ...{ admissionNo, examinationId, attemptId },
    centreKeyId: await sha256Hex(centreKey),
    madeAt: madeAt.server,
    computerClock: madeAt.computer,
    entries: entries.length,
    damaged,
  };
  const lines = entries.map((entry) => JSON.stringify(entry));
  return {
    fileName: answerFileName(admissionNo, madeAt),
    bytes: await writeAnswerFile({ header, lines, centreKey, attemptKey }),
  };
}
