type Vision = typeof import('@mediapipe/tasks-vision');

declare function importScripts(...urls: string[]): void;

/** What every model is started with. */
export interface VisionRuntime {
  vision: Vision;
  /** MediaPipe's program: with SIMD where the processor has it. */
  fileset: { wasmLoaderPath: string; wasmBinaryPath: string };
  /** Where a file beside the worker is. */
  beside(path: string): string;
}

/** MediaPipe as its own script: its wasm loader needs importScripts, so a worker that runs models is a classic one. */
function loadVision(): Vision {
  const scope = self as unknown as { exports?: object };
  scope.exports = {};
  importScripts('./vision_bundle.cjs');
  return scope.exports as Vision;
}

/** Starts nothing yet. Files are looked for beside the worker: `vision_bundle.cjs`, `wasm/`, `models/`. */
export async function openVision(): Promise<VisionRuntime> {
  const vision = loadVision();
  const beside = (path: string): string => new URL(path, self.location.href).href;
  const build = (await vision.FilesetResolver.isSimdSupported())
    ? 'vision_wasm_internal'
    : 'vision_wasm_nosimd_internal';
  return {
    vision,
    fileset: { wasmLoaderPath: beside(`./wasm/${build}.js`), wasmBinaryPath: beside(`./wasm/${build}.wasm`) },
    beside,
  };
}
