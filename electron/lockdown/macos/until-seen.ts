const TURN_MS = 200;

/** Whether it comes to hold within so long; the window server follows what it was told a moment later. */
export async function untilSeen(holds: () => Promise<boolean>, withinMs: number): Promise<boolean> {
  for (let waited = 0; ; waited += TURN_MS) {
    if (await holds()) return true;
    if (waited >= withinMs) return false;
    await new Promise((resolve) => setTimeout(resolve, TURN_MS));
  }
}
