import { open } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { Fault } from '../../shared/support/fault.ts';

/** A PDF that takes longer is not one a marker could read. */
const TIME_LIMIT_MS = 30_000;
const MEMORY_LIMIT_MB = 512;
/** The header may stand behind other bytes, but not further in (ISO 32000, annex H). */
const HEADER_WITHIN = 1024;
/** Pages that are fetched one by one. */
const MOST_PAGES = 2_000;

/** Beside this file in the source, beside the server in the bundle. */
const workerFile = new URL('./pdf-pages-worker.mjs', import.meta.url);

type Answer = { pages: number } | { refused: 'file_encrypted' | 'file_broken' };

function askWorker(path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, {
      workerData: { path, mostPages: MOST_PAGES },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
      execArgv: [],
    });
    const refuse = () => resolve({ refused: 'file_broken' });
    const timer = setTimeout(() => {
      refuse();
      void worker.terminate();
    }, TIME_LIMIT_MS);
    worker.on('message', resolve);
    worker.on('error', (cause: NodeJS.ErrnoException) => {
      // The thread's own end by a hostile file is an answer; that it cannot start is a fault of ours.
      if (cause.code === 'ERR_WORKER_OUT_OF_MEMORY') refuse();
      else reject(cause);
    });
    worker.on('exit', () => {
      clearTimeout(timer);
      refuse();
    });
  });
}

/** The pages of a PDF. Throws `file_format`, `file_encrypted` or `file_broken`. */
export async function inspectPdf(path: string): Promise<{ pages: number }> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(HEADER_WITHIN);
    const { bytesRead } = await file.read(head, 0, HEADER_WITHIN, 0);
    if (!head.subarray(0, bytesRead).includes('%PDF-')) throw new Fault('file_format', { formats: 'pdf' });
  } finally {
    await file.close();
  }
  const answer = await askWorker(path);
  if ('refused' in answer) throw new Fault(answer.refused);
  return answer;
}
