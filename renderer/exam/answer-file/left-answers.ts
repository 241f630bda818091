import { type AnswerFileExport, createAnswerFileExport, type ExportParts } from './answer-file-export.ts';
import type { LeftAttempts } from './left-attempts.ts';

type Parts = Omit<ExportParts, 'owner' | 'attemptKey' | 'unkept'> & { attempts: Pick<LeftAttempts, 'list'> };

/** A way out for each attempt that an earlier run left here with entries in its journal. Made once, then the same ones. */
export function findLeftAnswers({ attempts, openStore, ...outside }: Parts): () => Promise<AnswerFileExport[]> {
  const made = new Map<string, AnswerFileExport>();
  return async () => {
    const store = await openStore();
    try {
      const left: AnswerFileExport[] = [];
      for (const { owner, attemptKey } of await attempts.list()) {
        if ((await store.read(owner.attemptId)).length === 0) continue;
        const known = made.get(owner.attemptId);
        const answerFile =
          known ?? createAnswerFileExport({ ...outside, openStore, owner, attemptKey, unkept: () => [] });
        made.set(owner.attemptId, answerFile);
        left.push(answerFile);
      }
      return left;
    } finally {
      store.close();
    }
  };
}
