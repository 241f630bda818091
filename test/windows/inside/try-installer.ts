import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exactly, type Figure } from '../../rehearsal/figures.ts';

const SERVER = '{ "server": "https://exam.example:8443" }';

/** Runs the installer silently, as an administrator's script does, without the file of the exam's server beside it and with. */
export function tryInstaller(folder: string): Figure[] {
  const installer = join(folder, 'installer/installer.exe');
  if (!existsSync(installer)) return [];
  const copied = join(String(process.env.APPDATA), 'Yunkao/exam-server.json');
  const install = (): string => {
    const { status } = spawnSync(installer, ['/S'], { stdio: 'ignore' });
    return `exit ${status}, ${existsSync(copied) ? readFileSync(copied, 'utf8') : 'no file'}`;
  };
  const without = install();
  writeFileSync(join(folder, 'installer/exam-server.json'), SERVER);
  return [
    exactly('the installer, with nothing beside it', without, 'text', 'exit 0, no file'),
    exactly('the installer, with exam-server.json beside it', install(), 'text', `exit 0, ${SERVER}`),
  ];
}
