import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { listPackage } from '@electron/asar';
import { requireFuses } from './package/fuses.ts';
import { makePackage, packageChoice, sizeOf } from './package/make-package.ts';
import { parseDistOptions } from './package/options.ts';
import { describeProgram, stageProgram } from './package/stage.ts';
import { prepare } from './prepare.ts';
import { projectPath } from './project.ts';
import { runCommand, SetupError, say } from './terminal.ts';

const LINUX_FOLDER = 'dist/packages/linux-unpacked';
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** What was made, from the outside: sizes, fuses, the files of the archive. */
async function tellFolder(folder: string): Promise<void> {
  await requireFuses(`${folder}/yunkao`);
  const files = listPackage(`${folder}/resources/app.asar`, { isPack: false });
  const whole = await sizeOf(folder);
  const program = await sizeOf(`${folder}/resources`);
  say(
    `程序包：${folder}，共 ${megabytes(whole)}，其中本程序 ${megabytes(program)}，${files.length} 个条目；熔丝已设置`,
    `Package ${folder}: ${megabytes(whole)}, the program itself ${megabytes(program)} in ${files.length} entries; fuses are set`,
  );
}

/** What it does when it is started: another process, since it belongs to the tests. */
async function tryIt(executable: string): Promise<void> {
  const program = spawn(process.execPath, ['--import', 'tsx', projectPath('test/package/main.ts'), executable], {
    stdio: 'inherit',
  });
  const [code] = await once(program, 'exit');
  if (code !== 0)
    throw new SetupError('程序包没有通过试运行，原因见上', 'The package did not pass its trial, see above');
}

await runCommand(async () => {
  const options = parseDistOptions(process.argv.slice(2));
  const { electron } = await prepare();
  await stageProgram();
  const choice = await packageChoice(options, options.dir ? electron : null);
  const signed = await describeProgram(choice.electronVersion);
  if (signed === 'signed') say('构建说明已签名', 'The description of the build is signed');
  else say('构建说明未签名（YUNKAO_BUILD_KEY）：开发版本', 'Not signed (YUNKAO_BUILD_KEY): a development version');
  const made = await makePackage(options, choice);
  for (const file of made) say(`已生成：${file}`, `made ${file}`);
  if (options.dir && options.platform === 'linux') {
    const folder = projectPath(LINUX_FOLDER);
    await tellFolder(folder);
    await tryIt(`${folder}/yunkao`);
  }
});
