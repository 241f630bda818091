import { bundle } from './bundle.ts';
import { ensureModels } from './models/main.ts';
import { ensureElectron } from './runtimes/electron.ts';
import { ensureSystemLibraries } from './runtimes/system-libraries.ts';
import { say } from './terminal.ts';

/**
 * Everything that must be there before anything can run, one line a step: system libraries, models, the Electron
 * runtime (whose executable is returned) and the bundle. Quick when nothing changed. Throws `SetupError`.
 */
export async function prepare(): Promise<{ electron: string }> {
  say('[1/4] 系统组件', 'System libraries');
  await ensureSystemLibraries();
  say('[2/4] 模型与样例照片', 'Models and sample photos');
  await ensureModels();
  say('[3/4] Electron 运行时', 'Electron runtime');
  const electron = await ensureElectron();
  say('[4/4] 构建程序', 'Bundling');
  await bundle();
  return { electron };
}
