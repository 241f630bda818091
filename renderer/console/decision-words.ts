import { defineWords } from '../ui/words.ts';

/** What every decision that carries a reason says. */
export const decisionWords = defineWords(
  { reason: '理由', reasonMissing: '请填写理由。', cancel: '取消' },
  { reason: 'Reason', reasonMissing: 'Give a reason.', cancel: 'Cancel' },
);
