import type { ThesisFormat, ThesisLimits } from '../../../shared/domain/paper.ts';
import { Fault } from '../../../shared/support/fault.ts';

/** What can be told of a file before a byte of it is sent; null when the exam centre may have a look. */
export function localFault(file: { name: string; size: number }, { formats, maxBytes }: ThesisLimits): Fault | null {
  const extension = file.name.toLowerCase().match(/[.](\w+)$/)?.[1];
  if (!formats.includes(extension as ThesisFormat)) return new Fault('file_format', { formats: formats.join() });
  if (file.size === 0) return new Fault('file_broken');
  return file.size > maxBytes ? new Fault('file_too_large', { maxBytes }) : null;
}
