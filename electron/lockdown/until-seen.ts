interface Patience {
  withinMs: number;
  everyMs: number;
}

/** Whether it comes to hold within so long; a system follows what it was told a moment later. */
export async function untilSeen(holds: () => Promise<boolean>, { withinMs, everyMs }: Patience): Promise<boolean> {
  for (let waited = 0; ; waited += everyMs) {
    if (await holds()) return true;
    if (waited >= withinMs) return false;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
