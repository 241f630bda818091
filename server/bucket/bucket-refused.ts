/** The bucket cannot be used as it was named; the message says in both languages what to do, and no secret. */
export class BucketRefused extends Error {
  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(`${zh}\n${en}`, options);
  }
}

/** Nobody answers there now. */
export class BucketUnreachable extends BucketRefused {}
