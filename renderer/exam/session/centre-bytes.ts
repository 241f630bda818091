import { RefusalSchema } from '../../../shared/contract/http.ts';
import { Fault } from '../../../shared/support/fault.ts';

interface Parts {
  origin: string;
  token: string;
  fetch: typeof fetch;
}

/** Fetches bytes from the exam centre with a candidate's token. Throws `Fault`: its reason, or `unreachable`. */
export function createFetchBytes({ origin, token, fetch: send }: Parts) {
  return async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
    let response: Response;
    try {
      response = await send(origin + path, { headers: { authorization: `Bearer ${token}` }, cache: 'no-store' });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
    } catch (cause) {
      throw new Fault('unreachable', {}, { cause });
    }
    const refusal = RefusalSchema.safeParse(await response.json().catch(() => null));
    throw refusal.success ? new Fault(refusal.data.reason, refusal.data.params) : new Fault('server_error');
  };
}
