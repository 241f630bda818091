interface BatteryManager {
  level: number;
}

/** Battery level 0..1, or null where the browser keeps it to itself (all of iOS). */
export function watchBattery(log: (text: string, cause: unknown) => void): () => number | null {
  let battery: BatteryManager | null = null;
  const { getBattery } = navigator as { getBattery?: () => Promise<BatteryManager> };
  getBattery
    ?.call(navigator)
    .then((found) => {
      battery = found;
    })
    .catch((cause: unknown) => log('the battery cannot be read', cause));
  return () => battery?.level ?? null;
}
