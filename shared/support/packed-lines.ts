/** Lines of UTF-8 text, compressed (gzip): a journal says the same answer again and again. */
export async function packLines(lines: Iterable<string>): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const packing = new CompressionStream('gzip');
  const packed = new Response(packing.readable).arrayBuffer();
  const writer = packing.writable.getWriter();
  for (const line of lines) await writer.write(encoder.encode(`${line}\n`));
  await writer.close();
  return new Uint8Array(await packed);
}

/** The lines again. Throws `RangeError` above `limit` bytes of text, whatever they were packed to, and when it is no gzip. */
export async function unpackLines(packed: Uint8Array<ArrayBuffer>, limit: number): Promise<string[]> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const lines: string[] = [];
  let rest = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    bytes += value?.length ?? 0;
    if (bytes > limit) {
      await reader.cancel();
      throw new RangeError(`more than ${limit} bytes of text`);
    }
    const parts = (rest + decoder.decode(value, { stream: !done })).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) lines.push(part);
    if (done) break;
  }
  if (rest !== '') lines.push(rest);
  return lines;
}
