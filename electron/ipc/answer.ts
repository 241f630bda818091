import type * as z from 'zod';
import { type ShellRequestName, type ShellRequests, shellRequests } from '../../shared/contract/shell.ts';
import { Fault } from '../../shared/support/fault.ts';
import type { LogFile } from '../log/log-file.ts';
import type { ShellAnswer } from '../preload/channels.ts';

/** One handler a request of the contract: a missing one does not compile. */
export type ShellHandlers = {
  [Name in ShellRequestName]: (
    body: z.output<ShellRequests[Name]['body']>,
  ) => Promise<z.input<ShellRequests[Name]['reply']>> | z.input<ShellRequests[Name]['reply']>;
};

/**
 * Parses the argument, runs the handler, parses the reply. A Fault crosses as its reason; anything else is logged
 * and crosses as `server_error`.
 */
export async function answer(
  name: ShellRequestName,
  body: unknown,
  handlers: ShellHandlers,
  log: LogFile,
): Promise<ShellAnswer> {
  const request = shellRequests[name];
  const parsed = request.body.safeParse(body);
  if (!parsed.success) {
    log.write('warn', `${name}: argument refused: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
    return { ok: false, reason: 'bad_request' };
  }
  try {
    const handle = handlers[name] as (argument: unknown) => unknown;
    return { ok: true, value: request.reply.parse(await handle(parsed.data)) };
  } catch (cause) {
    if (cause instanceof Fault) return { ok: false, reason: cause.reason };
    log.write('error', `${name}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
    return { ok: false, reason: 'server_error' };
  }
}
