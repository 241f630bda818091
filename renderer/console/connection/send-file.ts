import type * as z from 'zod';
import { RefusalSchema } from '../../../shared/contract/http.ts';
import { Fault } from '../../../shared/support/fault.ts';

/** Sends a file to a path that takes one. Throws `Fault`: the server's reason, or `unreachable`. */
export type SendFile = <Schema extends z.ZodType>(
  path: string,
  file: Blob,
  answer: Schema,
) => Promise<z.output<Schema>>;

export function createSendFile(token: () => string | null): SendFile {
  return async (path, file, schema) => {
    let response: Response;
    let answer: unknown;
    try {
      response = await fetch(path, {
        method: 'POST',
        // One type for all: what a file is, the server sees by its bytes.
        headers: { authorization: `Bearer ${token() ?? ''}`, 'content-type': 'application/octet-stream' },
        body: file,
      });
      answer = await response.json();
    } catch (cause) {
      throw new Fault('unreachable', {}, { cause });
    }
    if (response.ok) return schema.parse(answer);
    const refusal = RefusalSchema.safeParse(answer);
    throw refusal.success ? new Fault(refusal.data.reason, refusal.data.params) : new Fault('server_error');
  };
}
