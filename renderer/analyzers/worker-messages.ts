/** A question to an analyser's worker and its answer carry one number. */
export interface Numbered<Message> {
  number: number;
  message: Message;
}

/** Of the first answer, which nobody asked for: that the models run. */
export const READY = 0;

/** What any worker may say: that it has started, or that a question (or the start) failed. */
export type CommonReply = { kind: 'ready' } | { kind: 'failed'; message: string };
