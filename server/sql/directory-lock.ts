import Libsql from 'libsql';

/**
 * Holds the data directory for one server or, `shared`, for the processes of one exam centre. The lock is an open transaction on a database of its own, so
 * the operating system frees it however the process ends, and no stale lock is ever left to be cleaned by hand.
 *
 * @returns the function that gives the directory back, or null when another server holds it
 */
export function lockDirectory(path: string, shared = false): (() => void) | null {
  const file = new Libsql(path, { timeout: 0 });
  try {
    file.exec(shared ? 'BEGIN' : 'BEGIN EXCLUSIVE');
    // A transaction that has read keeps out whoever wants to be alone.
    if (shared) file.prepare('SELECT count(*) FROM sqlite_master').get();
  } catch (cause) {
    file.close();
    if ((cause as { code?: string }).code?.startsWith('SQLITE_BUSY')) return null;
    throw cause;
  }
  return () => file.close();
}
