import type { Win32 } from './win32.ts';

/** One picture on its way to one display. */
export interface DisplayPath {
  /** The same for displays that show the same picture. */
  source: string;
  /** How the display is connected (DISPLAYCONFIG_VIDEO_OUTPUT_TECHNOLOGY). */
  technology: number;
}

const QDC_ONLY_ACTIVE_PATHS = 2;
const PATH_SIZE = 72;
const MODE_SIZE = 64;
const SOURCE_BYTES = 12;
const TECHNOLOGY_AT = 36;

/** The displays in use; empty where Windows does not say. */
export function displayPaths(win32: Win32): DisplayPath[] {
  const [paths, modes] = [[0], [0]];
  if (win32.GetDisplayConfigBufferSizes(QDC_ONLY_ACTIVE_PATHS, paths, modes) !== 0) return [];
  const path = Buffer.alloc(PATH_SIZE * (paths[0] ?? 0));
  const mode = Buffer.alloc(MODE_SIZE * (modes[0] ?? 0));
  if (win32.QueryDisplayConfig(QDC_ONLY_ACTIVE_PATHS, paths, path, modes, mode, null) !== 0) return [];
  return Array.from({ length: paths[0] ?? 0 }, (_, index) => ({
    source: path.toString('hex', index * PATH_SIZE, index * PATH_SIZE + SOURCE_BYTES),
    technology: path.readUInt32LE(index * PATH_SIZE + TECHNOLOGY_AT),
  }));
}
