import type { FileInspector } from '../services/ports.ts';
import { inspectDocx } from './docx.ts';
import { inspectPdf } from './pdf.ts';

const INSPECT = { pdf: inspectPdf, docx: inspectDocx } as const;

export function createFileInspector(): FileInspector {
  return { inspect: (path, format) => INSPECT[format](path) };
}
