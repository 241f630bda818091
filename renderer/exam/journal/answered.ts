/** An engine that a full disk has shut down, or that has hung, may answer nothing at all: the exam goes on without it. */
const ANSWERS_WITHIN_MS = 10_000;

/** What is asked of the engine, or a `TimeoutError`; `late` is given what comes after it. */
export function answered<Answer>(
  asked: Promise<Answer>,
  late: (answer: Answer) => void = () => undefined,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => {
      reject(new DOMException('the engine does not answer', 'TimeoutError'));
      asked.then(late, () => undefined);
    }, ANSWERS_WITHIN_MS);
    asked.then(resolve, reject).finally(() => clearTimeout(tooLate));
  });
}
