import type { PictureFiles } from '../services/ports.ts';
import { openFilesById } from './files-by-id.ts';

/** One file a picture, readable by the server's own account only. */
export const openPictureFiles = (directory: string): Promise<PictureFiles> => openFilesById(directory, '.jpg');
