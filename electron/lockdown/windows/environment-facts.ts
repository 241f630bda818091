import { networkInterfaces } from 'node:os';
import { type DisplayPath, displayPaths } from './display-paths.ts';
import type { ProcessorFacts } from './processor.ts';
import { registryHas, registryText } from './registry.ts';
import type { Win32 } from './win32.ts';

/** What Windows says of the computer it runs on. Read anew each time: all of it can change during an exam. */
export interface EnvironmentFacts {
  remoteSession: boolean;
  /** Somebody looks at this session through the system's own remote control. */
  watchedSession: boolean;
  paths: DisplayPath[];
  /** Names of the display drivers in use, mirror drivers marked. */
  adapters: { text: string; mirror: boolean }[];
  /** Manufacturer, product and versions as the firmware gives them. */
  firmware: string;
  /** Which of the drivers asked for are installed. */
  drivers: string[];
  macs: string[];
  /** Alone of all this it cannot change while we run. */
  processor: ProcessorFacts | null;
}

const SM_REMOTESESSION = 0x1000;
const SM_REMOTECONTROL = 0x2001;
const ATTACHED = 1;
const MIRRORING_DRIVER = 8;

function adapters(win32: Win32): EnvironmentFacts['adapters'] {
  const found: EnvironmentFacts['adapters'] = [];
  for (let index = 0; ; index += 1) {
    const device = { size: win32.displayDeviceSize, name: '', text: '', flags: 0, id: '', key: '' };
    if (!win32.EnumDisplayDevicesW(null, index, device, 0)) return found;
    const mirror = (device.flags & MIRRORING_DRIVER) !== 0;
    if (mirror || (device.flags & ATTACHED) !== 0) found.push({ text: device.text, mirror });
  }
}

function firmware(win32: Win32): string {
  const system = 'HARDWARE\\DESCRIPTION\\System';
  const bios = `${system}\\BIOS`;
  return [
    registryText(win32, bios, 'SystemManufacturer'),
    registryText(win32, bios, 'SystemProductName'),
    registryText(win32, bios, 'BIOSVendor'),
    registryText(win32, system, 'SystemBiosVersion'),
    registryText(win32, system, 'VideoBiosVersion'),
  ].join(' ');
}

export function environmentFacts(
  win32: Win32,
  driversToAskFor: readonly string[],
): Omit<EnvironmentFacts, 'processor'> {
  const cards = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return {
    remoteSession: win32.GetSystemMetrics(SM_REMOTESESSION) !== 0,
    watchedSession: win32.GetSystemMetrics(SM_REMOTECONTROL) !== 0,
    paths: displayPaths(win32),
    adapters: adapters(win32),
    firmware: firmware(win32),
    drivers: driversToAskFor.filter((name) => registryHas(win32, `SYSTEM\\CurrentControlSet\\Services\\${name}`)),
    macs: [...new Set(cards.filter(({ internal }) => !internal).map(({ mac }) => mac.toLowerCase()))],
  };
}
