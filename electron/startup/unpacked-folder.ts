/**
 * Where the packager put the files that are not read through the archive: a thread searches for its libraries from its
 * own place, and finds none from within one. The folder itself where nothing is packaged.
 */
export const unpackedFolder = (folder: string): string => folder.replace(/app[.]asar(?=[\\/]|$)/, 'app.asar.unpacked');
