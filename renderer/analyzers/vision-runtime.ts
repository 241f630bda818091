type Vision = typeof import('@mediapipe/tasks-vision');

declare function importScripts(...urls: string[]): void;

/** MediaPipe's program: with SIMD where the processor has it. */
export interface VisionProgram {
  wasmLoaderPath: string;
  wasmBinaryPath: string;
}

/** What every model is started with. */
export interface VisionRuntime {
  vision: Vision;
  /** Starts one task; one after the other. */
  start<Task>(create: (program: VisionProgram) => Promise<Task>): Promise<Task>;
  /** Where a file beside the worker is. */
  beside(path: string): string;
}

/** Puts a file where the program reads it. `own`: as it is, and not a copy. */
type PutFile = (folder: string, name: string, bytes: Uint8Array, read: boolean, write: boolean, own: boolean) => void;

/** MediaPipe as its own script: its wasm loader needs importScripts, so a worker that runs models is a classic one. */
function loadVision(): Vision {
  const scope = self as unknown as { exports?: object };
  scope.exports = {};
  importScripts('./vision_bundle.cjs');
  return scope.exports as Vision;
}

/**
 * The task copies its model into memory of its own when it starts and never reads the file again, which would stay for good beside it: the
 * file's bytes are taken away.
 */
async function withoutFile<Task>(create: () => Promise<Task>): Promise<Task> {
  const files: ArrayBuffer[] = [];
  let put: PutFile | null = null;
  // MediaPipe completes this object, if there is one, and asks it for all that its program can do.
  (self as unknown as { Module?: object }).Module = {
    set FS_createDataFile(known: PutFile) {
      put = known;
    },
    get FS_createDataFile(): PutFile {
      return (folder, name, bytes, read, write) => {
        if (bytes.buffer instanceof ArrayBuffer) files.push(bytes.buffer);
        put?.(folder, name, bytes, read, write, true);
      };
    },
  };
  const task = await create();
  for (const file of files) structuredClone(file, { transfer: [file] });
  return task;
}

/** Starts nothing yet. Files are looked for beside the worker: `vision_bundle.cjs`, `wasm/`, `models/`. */
export async function openVision(): Promise<VisionRuntime> {
  const vision = loadVision();
  const beside = (path: string): string => new URL(path, self.location.href).href;
  const build = (await vision.FilesetResolver.isSimdSupported())
    ? 'vision_wasm_internal'
    : 'vision_wasm_nosimd_internal';
  const program = { wasmLoaderPath: beside(`./wasm/${build}.js`), wasmBinaryPath: beside(`./wasm/${build}.wasm`) };
  return { vision, start: (create) => withoutFile(() => create(program)), beside };
}
