/** Which bytes of so many a request asks for, `until` not among them. */
export interface ByteRange {
  from: number;
  until: number;
}

/**
 * Null: the whole, also where several stretches or none that can be understood were asked for (RFC 9110 §14.2); `beyond`: what was
 * asked for lies behind the end.
 */
export function requestedRange(header: string | undefined, bytes: number): ByteRange | 'beyond' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '')
    return Number(last) > 0 && bytes > 0 ? { from: Math.max(0, bytes - Number(last)), until: bytes } : 'beyond';
  const from = Number(first);
  if (last !== '' && Number(last) < from) return null;
  return from < bytes ? { from, until: last === '' ? bytes : Math.min(bytes, Number(last) + 1) } : 'beyond';
}
