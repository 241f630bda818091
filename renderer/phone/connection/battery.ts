/** What browsers that tell it (Chrome, not iOS) say of the phone's battery. */
interface BatteryManager extends EventTarget {
  level: number;
  charging: boolean;
}

export interface Battery {
  level: number;
  charging: boolean;
}

/** Calls `changed` whenever the battery is known anew. Returns how it is: null where the browser keeps it to itself. */
export function watchBattery(changed: () => void, log: (text: string, cause: unknown) => void): () => Battery | null {
  let battery: BatteryManager | null = null;
  const { getBattery } = navigator as { getBattery?: () => Promise<BatteryManager> };
  getBattery
    ?.call(navigator)
    .then((found) => {
      battery = found;
      found.addEventListener('levelchange', changed);
      found.addEventListener('chargingchange', changed);
      changed();
    })
    .catch((cause: unknown) => log('the battery cannot be read', cause));
  return () => battery && { level: battery.level, charging: battery.charging };
}
