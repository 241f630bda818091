import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { projectPath } from '../project.ts';
import { SetupError } from '../terminal.ts';

/** Path in the project -> SHA-256 (hex) of the only content the file may have. */
export type PinnedFiles = Readonly<Record<string, string>>;

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** Whether every file is there with its pinned content. */
export async function areIntact(pinned: PinnedFiles): Promise<boolean> {
  const intact = await Promise.all(
    Object.entries(pinned).map(async ([path, hash]) => {
      const content = await readFile(projectPath(path)).catch(() => null);
      return content !== null && sha256(content) === hash;
    }),
  );
  return intact.every(Boolean);
}

/**
 * Writes each pinned file from `contents` (by file name without folders), each in one step, so that an interrupted
 * start leaves no half file. Throws `SetupError`, before anything is written, when a content is not the pinned one.
 */
export async function writePinned(pinned: PinnedFiles, contents: Readonly<Record<string, Buffer>>): Promise<void> {
  const files = Object.entries(pinned).map(([path, hash]) => {
    const content = contents[basename(path)];
    const seen = content ? sha256(content) : 'nothing';
    if (!content || seen !== hash) {
      throw new SetupError(
        `生成的 ${path} 与固定的校验值不符（得到 ${seen}）。`,
        `The ${path} that was made is not the pinned one (got ${seen}).`,
      );
    }
    return [projectPath(path), content] as const;
  });
  for (const [file, content] of files) {
    await mkdir(dirname(file), { recursive: true });
    const part = `${file}.${process.pid}.part`;
    await writeFile(part, content);
    await rename(part, file);
  }
}
