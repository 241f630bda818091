import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { projectPath } from '../project.ts';
import { describeBuild } from './describe-build.ts';

/** Where the program is laid out as it goes into the package. */
export const STAGE = 'dist/package';

/** Source maps, and the build of MediaPipe for module workers, of which there are none. */
const isLeftOut = (path: string): boolean => path.endsWith('.map') || path.includes('vision_wasm_module_internal');

/** The product's own package.json: what Electron reads, and no list of dependencies, since all of them are bundled. */
async function programDescription(): Promise<string> {
  const { name, version, description, license } = JSON.parse(await readFile(projectPath('package.json'), 'utf8'));
  return `${JSON.stringify({ name, version, description, license, author: 'Yunkao', main: 'electron/main.cjs' }, null, 2)}\n`;
}

/** Lays out the program in `STAGE` from the bundle: the shell and the exam page. */
export async function stageProgram(): Promise<void> {
  const stage = projectPath(STAGE);
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage, { recursive: true });
  for (const folder of ['electron', 'exam']) {
    await cp(projectPath('dist', folder), `${stage}/${folder}`, {
      recursive: true,
      filter: (path) => !isLeftOut(path),
    });
  }
  await writeFile(`${stage}/package.json`, await programDescription());
}

/** Writes into the stage what it is, signed with the key that YUNKAO_BUILD_KEY names. */
export async function describeProgram(electron: string): Promise<'signed' | 'unsigned'> {
  const { version } = JSON.parse(await readFile(projectPath(STAGE, 'package.json'), 'utf8'));
  return await describeBuild(projectPath(STAGE), { version, electron }, process.env.YUNKAO_BUILD_KEY);
}
