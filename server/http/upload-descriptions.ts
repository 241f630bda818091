import { FileConfigstore } from '@tus/file-store';
import type { Upload } from '@tus/server';

/** Uploads under way at one process are fewer; what is forgotten is read again. */
const MOST = 5_000;

/**
 * What tus knows of each upload, in a file beside it for the other processes and for the next start; whoever wrote it need not read
 * it again at every request.
 */
export class UploadDescriptions extends FileConfigstore {
  readonly #own = new Map<string, Upload>();

  override async get(id: string): Promise<Upload | undefined> {
    return this.#own.get(id) ?? (await super.get(id));
  }
  override async set(id: string, upload: Upload): Promise<void> {
    await super.set(id, upload);
    this.#own.set(id, upload);
    const oldest = this.#own.size > MOST ? this.#own.keys().next().value : undefined;
    if (oldest !== undefined) this.#own.delete(oldest);
  }
  override async delete(id: string): Promise<void> {
    this.forget(id);
    await super.delete(id);
  }
  /** Its file is gone by another's hand. */
  forget(id: string): void {
    this.#own.delete(id);
  }
}
