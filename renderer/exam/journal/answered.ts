/** An engine that a full disk has shut down, or that has hung, may answer nothing at all: the exam goes on without it. */
const ANSWERS_WITHIN_MS = 10_000;
/** One that has left a question unanswered is given less: what is to be written reaches the exam centre only after it. */
const AGAIN_WITHIN_MS = 1_000;

/** What is asked of the engine, or a `TimeoutError`; `late` is given what comes after it. */
export type Answered = <Answer>(asked: Promise<Answer>, late?: (answer: Answer) => void) => Promise<Answer>;

/** Waits for one engine: long at first, and briefly after it has not answered, until it answers again, be it late. */
export function askPatiently(): Answered {
  let within = ANSWERS_WITHIN_MS;
  return (asked, late = () => undefined) =>
    new Promise((resolve, reject) => {
      let given = false;
      const tooLate = setTimeout(() => {
        given = true;
        within = AGAIN_WITHIN_MS;
        reject(new DOMException('the engine does not answer', 'TimeoutError'));
      }, within);
      const answers = (): void => {
        clearTimeout(tooLate);
        within = ANSWERS_WITHIN_MS;
      };
      asked.then(
        (answer) => {
          answers();
          if (given) late(answer);
          else resolve(answer);
        },
        (refusal: unknown) => {
          answers();
          reject(refusal);
        },
      );
    });
}
