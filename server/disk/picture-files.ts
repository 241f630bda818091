import type { PictureFiles } from '../services/ports.ts';
import type { EvidenceKeys } from './evidence-keys.ts';
import { openFilesById } from './files-by-id.ts';

/** One file a picture, readable by the server's own account only. */
export const openPictureFiles = (directory: string, keys: EvidenceKeys): Promise<PictureFiles> =>
  openFilesById(directory, '.jpg', keys);
