/** One place an Electron runtime can come from. */
export interface RuntimeSource {
  zh: string;
  en: string;
  /** The executable if an earlier start fetched it. */
  cached(): Promise<string | null>;
  /** Fetches and verifies it; throws when it cannot be had here. */
  fetch(): Promise<string>;
}

export interface RuntimeChoice {
  source: RuntimeSource;
  executable: string;
}

/** Every source failed; `failures` says why, in the order they were tried. */
export class NoRuntimeError extends Error {
  readonly failures: { source: RuntimeSource; cause: unknown }[];

  constructor(failures: { source: RuntimeSource; cause: unknown }[]) {
    super('no runtime could be fetched');
    this.failures = failures;
  }
}

/**
 * The best runtime that is at hand, else the first that can be fetched; `sources` are in order of preference. What is
 * cached wins over what would have to be fetched, so that a second start needs no network.
 */
export async function chooseRuntime(
  sources: readonly RuntimeSource[],
  onFailure: (source: RuntimeSource, cause: unknown) => void,
): Promise<RuntimeChoice> {
  for (const source of sources) {
    const executable = await source.cached();
    if (executable) return { source, executable };
  }
  const failures: NoRuntimeError['failures'] = [];
  for (const source of sources) {
    try {
      return { source, executable: await source.fetch() };
    } catch (cause) {
      failures.push({ source, cause });
      onFailure(source, cause);
    }
  }
  throw new NoRuntimeError(failures);
}
