/** One process as the system lists it. */
export interface ProcessEntry {
  pid: number;
  /** Name of its file. */
  image: string;
  /** Where the file is; null where the system does not tell us. */
  path: string | null;
}

/** The processes of one system: to look at, and to close. */
export interface SystemProcesses {
  /** What runs now. Rejects when the list cannot be had. */
  list(): Promise<ProcessEntry[]>;
  /** On which of these TCP ports which process listens, as far as the system tells us. */
  listeners(ports: ReadonlySet<number>): Promise<{ pid: number; port: number }[]>;
  /** Asks it to close, as a person would. Rejects when the system does not let us. */
  askToClose(pid: number): Promise<void>;
  /** Ends it. Rejects when the system does not let us. */
  end(pid: number): Promise<void>;
}

/** A process that is gone already is as good as closed. */
export function signal(pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
  }
}
