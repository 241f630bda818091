import { type DBSchema, openDB } from 'idb';
import type { PreviousUpload, UrlStorage } from 'tus-js-client';

/** Where uploads stand that were begun and are not finished. */
export interface BegunUploads extends UrlStorage {
  /** Name of the file of the latest whose fingerprint begins so; null when there is none. */
  fileNameOf(fingerprintStart: string): Promise<string | null>;
}

interface BegunSchema extends DBSchema {
  begun: { key: string; value: PreviousUpload & { urlStorageKey: string; fingerprint: string } };
}

/**
 * In IndexedDB and not in local storage, as tus would have it: that is written some seconds later, and a power cut in the
 * first of them is when a large upload over a poor line is lost most easily.
 */
export function createBegunUploads(name = 'yunkao-uploads'): BegunUploads {
  const opened = openDB<BegunSchema>(name, 1, {
    upgrade: (upgrading) => {
      upgrading.createObjectStore('begun', { keyPath: 'urlStorageKey' });
    },
  });
  const all = async () => (await opened).getAll('begun');
  const begin = async () => (await opened).transaction('begun', 'readwrite', { durability: 'strict' });
  return {
    findAllUploads: all,
    findUploadsByFingerprint: async (fingerprint) => (await all()).filter((one) => one.fingerprint === fingerprint),
    async addUpload(fingerprint, upload) {
      const { store, done } = await begin();
      await Promise.all([store.put({ ...upload, urlStorageKey: fingerprint, fingerprint }), done]);
      return fingerprint;
    },
    async removeUpload(urlStorageKey) {
      const { store, done } = await begin();
      await Promise.all([store.delete(urlStorageKey), done]);
    },
    async fileNameOf(start) {
      const begun = (await all()).filter(({ fingerprint }) => fingerprint.startsWith(start));
      return begun.at(-1)?.metadata.fileName ?? null;
    },
  };
}
