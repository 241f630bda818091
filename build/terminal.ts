/** Prints one line in both languages: whoever sets up an exam day may not share the machine's locale. */
export function say(zh: string, en: string): void {
  console.log(`${zh}  ·  ${en}`);
}

/** A failure that the person at the terminal can mend: printed as these two lines, without a stack. */
export class SetupError extends Error {
  readonly zh: string;
  readonly en: string;

  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(en, options);
    this.name = 'SetupError';
    this.zh = zh;
    this.en = en;
  }
}

/** Tells what went wrong: both languages where the failure is known, everything there is where it is not. */
export function tellFailure(failure: unknown): void {
  if (failure instanceof SetupError) console.error(`\n${failure.zh}\n${failure.en}\n`);
  else console.error(failure);
}

/** Runs a command's main function; a failure is told and becomes exit code 1. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (failure) {
    tellFailure(failure);
    process.exitCode = 1;
  }
}
