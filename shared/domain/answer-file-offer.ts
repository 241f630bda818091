/** When a candidate whose network does not return is offered an answer file, and by when it must have been handed over. */
export interface AnswerFileRule {
  /** The exam centre has been out of reach for this long after the end. */
  offerAfterMs: number;
  /** Counted from the end of the session. */
  bringWithinMs: number;
}

/** Both the end and the loss must be this long ago: who has just lost the network may have it back in a minute. */
export function answerFileOfferedFrom(
  { offerAfterMs }: AnswerFileRule,
  { endsAt }: { endsAt: number },
  offlineSince: number | null,
): number | null {
  return offlineSince === null ? null : Math.max(endsAt, offlineSince) + offerAfterMs;
}

export const bringAnswerFileBy = ({ bringWithinMs }: AnswerFileRule, { endsAt }: { endsAt: number }): number =>
  endsAt + bringWithinMs;

/**
 * By when a file with answers of these sessions must have been brought: what its candidate was told at the end of the
 * last of them. Null when it has no answers.
 */
export const broughtInTimeUntil = (rule: AnswerFileRule, answered: readonly { endsAt: number }[]): number | null =>
  answered.length === 0 ? null : Math.max(...answered.map((session) => bringAnswerFileBy(rule, session)));
