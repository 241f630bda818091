import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A script that a bench puts into pages of its browser before their own: `source` with what it imports. */
export async function pageScript(source: URL): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(source)],
    ...{ bundle: true, write: false, format: 'iife' },
  });
  return outputFiles[0]?.text ?? '';
}
