import { Fault } from '../../../shared/support/fault.ts';

/**
 * Fetches bytes that only staff may see, or so many of them from the beginning on, where the exam centre gives parts. Throws `Fault`: `not_found`,
 * `not_signed_in`, `server_error`, `unreachable`.
 */
export type FetchProtected = (path: string, signal: AbortSignal, firstBytes?: number) => Promise<Blob>;

/** An `<img>` or `<video>` cannot carry a bearer token, so the bytes are fetched and shown through a blob URL. */
export function createFetchProtected(token: () => string | null): FetchProtected {
  return async (path, signal, firstBytes) => {
    let response: Response;
    try {
      const part = firstBytes === undefined ? {} : { range: `bytes=0-${firstBytes - 1}` };
      response = await fetch(path, { headers: { authorization: `Bearer ${token() ?? ''}`, ...part }, signal });
    } catch (cause) {
      if (signal.aborted) throw cause;
      throw new Fault('unreachable', {}, { cause });
    }
    if (response.status === 404) throw new Fault('not_found');
    if (response.status === 401) throw new Fault('not_signed_in');
    if (!response.ok) throw new Fault('server_error');
    return response.blob();
  };
}
