import { imageKind } from '../../roster-files/image-kind.ts';

export type DocumentKind = 'pdf' | 'jpeg' | 'png';

export const MIME_OF: Record<DocumentKind, string> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/** What a signed scan is by its bytes, whatever its name says; null for anything else. */
export function documentKind(bytes: Buffer): DocumentKind | null {
  return bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? 'pdf' : imageKind(bytes);
}
