import type { PowerMonitor, Screen } from 'electron';
import type { DeviceReport } from '../../shared/contract/shell.ts';
import type { LogFile } from '../log/log-file.ts';
import { foundPrograms, type ProgramFinder } from './programs/program-finder.ts';

export interface DeviceParts {
  screen: Screen;
  powerMonitor: PowerMonitor;
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  finder: Pick<ProgramFinder, 'matches'>;
  log: LogFile;
}

/** Windows names a session that came over the network; elsewhere Electron has no way to know. */
export const isRemoteSession = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean =>
  platform === 'win32' && /^RDP-/i.test(env.SESSIONNAME ?? '');

/** What the shell can tell of the computer for the device check (annex 4). A list that cannot be had counts as empty (LOCK-3). */
export async function deviceReport({
  screen,
  powerMonitor,
  platform,
  env,
  finder,
  log,
}: DeviceParts): Promise<DeviceReport> {
  const matches = await finder.matches().catch((cause) => {
    log.write('error', `the list of running programs cannot be had: ${cause}`);
    return [];
  });
  return {
    displays: screen.getAllDisplays().length,
    onBattery: powerMonitor.isOnBatteryPower(),
    prohibited: foundPrograms(matches),
    remoteSession: isRemoteSession(platform, env),
  };
}
