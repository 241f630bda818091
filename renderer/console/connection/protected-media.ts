import { Fault } from '../../../shared/support/fault.ts';

/** Fetches bytes that only staff may see. Throws `Fault`: `not_found`, `not_signed_in`, `server_error`, `unreachable`. */
export type FetchProtected = (path: string, signal: AbortSignal) => Promise<Blob>;

/** An `<img>` or `<video>` cannot carry a bearer token, so the bytes are fetched and shown through a blob URL. */
export function createFetchProtected(token: () => string | null): FetchProtected {
  return async (path, signal) => {
    let response: Response;
    try {
      response = await fetch(path, { headers: { authorization: `Bearer ${token() ?? ''}` }, signal });
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
