import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectPath } from '../../build/project.ts';
import { say } from '../../build/terminal.ts';

const run = promisify(execFile);

/**
 * Our own lines of the installer, between those without which there is none; the rest is electron-builder's. 64 bits: the
 * Wine that is here runs no others.
 */
const script = (program: string): string => `
Unicode true
Target amd64-unicode
Name "Yunkao"
OutFile "${program}"
RequestExecutionLevel user
!include LogicLib.nsh
!include "${projectPath('build/package/windows/exam-server.nsh')}"
Section
  SetShellVarContext current
  !insertmacro customInstall
SectionEnd
`;

/** Compiles it into `folder`, warnings being errors; says so where NSIS is not on this computer. */
export async function compileInstaller(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const source = join(folder, 'installer.nsi');
  await writeFile(source, script(join(folder, 'installer.exe')));
  try {
    await run('makensis', ['-V2', '-WX', source]);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    say(
      '安装程序脚本未经检验：没有 makensis',
      'the installer’s script is NOT TRIED: no makensis (Debian: apt-get install nsis)',
    );
  }
}
