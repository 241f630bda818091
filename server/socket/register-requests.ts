import type { Socket } from 'socket.io';
import type * as z from 'zod';
import { type AccessRow, socketAccess } from '../../shared/contract/access.ts';
import type { Reply } from '../../shared/contract/socket.ts';
import { Fault } from '../../shared/support/fault.ts';
import { faultOf, statusOf } from '../fault-of.ts';
import { type KnownCaller, lets } from '../services/callers.ts';
import type { Log, Measures, Outcome } from '../services/ports.ts';

interface Contract {
  namespace: keyof typeof socketAccess;
  requests: Record<string, { body: z.ZodType; reply: z.ZodType }>;
}
export type RequestHandlers<Of extends Contract, Caller> = {
  [Name in keyof Of['requests']]: (
    caller: Caller,
    body: z.output<Of['requests'][Name]['body']>,
    socketId: string,
  ) => Promise<z.input<Of['requests'][Name]['reply']>>;
};

interface Parts<Of extends Contract, Caller> {
  contract: Of;
  handlers: RequestHandlers<Of, Caller>;
  /** Throws when the caller may send nothing now. */
  guard(caller: Caller, name: string): void;
  log: Log;
  measures: Measures;
}

function outcomeOf(reply: Reply<unknown>): Outcome {
  if (reply.ok) return 'done';
  return reply.reason === 'server_error' ? 'failed' : 'refused';
}

/** Answers every request of a socket contract: check against the access table (SEC-1), parse, call, acknowledge. */
export function registerRequests<Of extends Contract, Caller extends KnownCaller>(
  socket: Socket,
  caller: Caller,
  { contract, handlers, guard, log, measures }: Parts<Of, Caller>,
): void {
  const rows: Readonly<Record<string, AccessRow>> = socketAccess[contract.namespace];
  const answer = async (name: string, request: Contract['requests'][string], raw: unknown): Promise<Reply<unknown>> => {
    try {
      const row = rows[name];
      if (!row || !lets(row, caller)) throw new Fault('not_allowed');
      guard(caller, name);
      const body = request.body.safeParse(raw ?? {});
      if (!body.success) throw new Fault('bad_request', { field: body.error.issues[0]?.path.join('.') ?? '' });
      const handle = handlers[name as keyof Of['requests']] as (...args: unknown[]) => Promise<unknown>;
      return { ok: true, value: request.reply.parse(await handle(caller, body.data, socket.id)) };
    } catch (cause) {
      const fault = faultOf(cause);
      const { reason, params } = fault;
      const where = { namespace: contract.namespace, request: name };
      if (statusOf(fault) < 500) log.info({ ...where, reason }, 'a socket request was refused');
      else log.error({ ...where, err: cause }, 'a socket request failed');
      return { ok: false, reason, params };
    }
  };
  for (const [name, request] of Object.entries(contract.requests)) {
    socket.on(name, async (raw: unknown, acknowledge: unknown) => {
      const from = performance.now();
      const reply = await answer(name, request, raw);
      measures.answered('socket', name, outcomeOf(reply), performance.now() - from);
      if (typeof acknowledge === 'function') acknowledge(reply);
    });
  }
}
