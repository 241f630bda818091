import type { Clock } from '../../shared/support/clock.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { Storage } from '../sql/storage.ts';
import { newId } from './ids.ts';
import type { PictureFiles, RandomSource } from './ports.ts';

export interface Pictures {
  /** Stores a JPEG given as base64 and returns its id. Throws `bad_request` when it is no JPEG. */
  keep(attemptId: string, base64: string): Promise<string>;
  /** Throws `not_found`. */
  read(id: string): Promise<Buffer>;
}

/** JPEG starts with SOI and another marker (ITU-T T.81, annex B). */
export const isJpeg = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

interface Parts {
  store: Storage;
  clock: Clock;
  random: RandomSource;
  files: PictureFiles;
}

export function createPictures({ store, clock, random, files }: Parts): Pictures {
  return {
    async keep(attemptId, base64) {
      const jpeg = Buffer.from(base64, 'base64');
      if (!isJpeg(jpeg)) throw new Fault('bad_request', { field: 'picture' });
      const id = newId(random);
      await files.write(id, jpeg);
      await store.insertPicture({ id, attempt_id: attemptId, at: clock.now() });
      return id;
    },
    async read(id) {
      if (!(await store.pictureExists(id))) throw new Fault('not_found');
      return files.read(id);
    },
  };
}
