/** The list of files in a loader script of MediaPipe's 2022 packages: where each lies in the `.data` file beside it. */
function fileList(loader: string): { filename: string; start: number; end: number }[] {
  const found = /"files":\s*(\[[^\]]*\])/.exec(loader)?.[1];
  if (!found) throw new Error('the loader script names no packed files');
  return JSON.parse(found) as { filename: string; start: number; end: number }[];
}

/** One file out of a packed-assets pair, by its name without folders. */
export function packedAsset(loader: string, data: Buffer, name: string): Buffer {
  const entry = fileList(loader).find(({ filename }) => filename.endsWith(`/${name}`));
  if (!entry) throw new Error(`no packed file ${name}`);
  return data.subarray(entry.start, entry.end);
}
