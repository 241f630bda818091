import { spawn } from 'node:child_process';

interface Program {
  command: string;
  args: string[];
}

/** Where each system lets a person choose a network. `version`: `process.getSystemVersion()`, 6.1 is Windows 7. */
export function networkPanel(platform: NodeJS.Platform, version: string, systemRoot: string): Program {
  switch (platform) {
    case 'win32':
      return Number(version.split('.')[0]) >= 10
        ? { command: `${systemRoot}\\explorer.exe`, args: ['ms-availablenetworks:'] }
        : { command: `${systemRoot}\\System32\\control.exe`, args: ['/name', 'Microsoft.NetworkAndSharingCenter'] };
    case 'darwin':
      return { command: '/usr/bin/open', args: ['/System/Library/PreferencePanes/Network.prefPane'] };
    default:
      return { command: 'gnome-control-center', args: ['wifi'] };
  }
}

/** Resolves whether the program could be started; what it does then is its own. */
export function startProgram({ command, args }: Program): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
    child.once('error', () => resolve(false));
  });
}
