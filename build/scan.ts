/** `npm run scan`: looks through the exam window's program for misconfigurations of Electron that are known. */
import { cp, mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { RELEASE_ELECTRON } from './package/make-package.ts';
import { projectPath } from './project.ts';
import { runNpm } from './run.ts';
import { judgeFindings, type ScanFinding } from './scan/findings.ts';
import { JUDGED_FINDINGS } from './scan/judged-findings.ts';
import { layScannedProgram } from './scan/scanned-program.ts';
import { runCommand, SetupError, say } from './terminal.ts';

/** Asks the network for newer versions of Electron: which one is shipped is decided elsewhere. */
const NOT_RUN = ['availablesecurityfixesglobalcheck'];
const LOCK_FILE = 'package-lock.json';

type Scanner = (options: {
  input: string;
  electronVersionOverride: string;
  excludeFromScan: string[];
  isRelative: true;
}) => Promise<{
  globalChecks: number;
  atomicChecks: number;
  errors: { file: string; message: string }[];
  issues: { id: string; file: string; severity: { name: string }; sample?: string; location: { line: number } }[];
}>;

/** Installs exactly what the lock file of the scanner says, beside our own dependencies: it wants a TypeScript of its own. */
async function installScanner(folder: string): Promise<Scanner> {
  const ours = projectPath('build/scan/scanner');
  const [wanted, installed] = await Promise.all([
    readFile(join(ours, LOCK_FILE), 'utf8'),
    readFile(join(folder, 'installed.json'), 'utf8').catch(() => null),
  ]);
  if (installed !== wanted) {
    say('正在安装扫描工具（约 150 MB）……', 'Installing the scanner (about 150 MB)…');
    await mkdir(folder, { recursive: true });
    await cp(ours, folder, { recursive: true });
    await runNpm(['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund']).catch((cause) => {
      throw new SetupError(
        `未扫描：扫描工具无法安装，请检查网络或 npm 镜像设置。${cause.message}`,
        `Not scanned: the scanner could not be installed; check the network or the npm mirror. ${cause.message}`,
        { cause },
      );
    });
    await cp(join(ours, LOCK_FILE), join(folder, 'installed.json'));
  }
  return createRequire(join(folder, 'package.json'))('@doyensec/electronegativity/dist/runner.js');
}

const line = ({ severity, check, file, sample }: ScanFinding): string => `${severity} ${check} ${file}: ${sample}`;

await runCommand(async () => {
  const scan = await installScanner(projectPath('.cache/scan'));
  const program = projectPath('.cache/scanned-program');
  await layScannedProgram(program);
  const { globalChecks, atomicChecks, errors, issues } = await scan({
    ...{ input: program, electronVersionOverride: RELEASE_ELECTRON, excludeFromScan: NOT_RUN, isRelative: true },
  });
  // A file that was not read is one without findings.
  if (errors.length > 0)
    throw new Error(`not read: ${errors.map(({ file, message }) => `${file}: ${message}`).join('; ')}`);
  const found = issues.map(({ id, severity, file, sample = '' }) => ({
    // Bundling numbers names that are there twice, differently from day to day.
    ...{ check: id, severity: severity.name, file, sample: sample.trim().replace(/\b([A-Za-z_]+)\d+\b/g, '$1') },
  }));
  const { unjudged, outdated } = judgeFindings(found, JUDGED_FINDINGS);
  for (const finding of found) console.log(`  ${unjudged.includes(finding) ? 'NEW   ' : 'judged'} ${line(finding)}`);
  for (const { check, file, sample } of outdated) console.log(`  gone   ${check} ${file}: ${sample}`);
  say(
    `${globalChecks + atomicChecks} 项检查：${found.length} 处发现，其中 ${unjudged.length} 处未判定；${outdated.length} 条判定已过时`,
    `${globalChecks + atomicChecks} checks: ${found.length} findings, ${unjudged.length} of them not judged; ${outdated.length} judgements outdated`,
  );
  if (unjudged.length + outdated.length > 0) process.exitCode = 1;
});
