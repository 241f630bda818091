import { Fault } from '../support/fault.ts';
import type { Reply } from './socket.ts';

interface Emitter {
  timeout(ms: number): { emitWithAck(name: string, body: unknown): Promise<unknown> };
}

/** Sends one request of a socket contract and awaits its acknowledgement. Throws `Fault`: the reason, or `unreachable`. */
export async function socketRequest<Value>(
  socket: Emitter,
  name: string,
  body: unknown,
  timeoutMs = 10_000,
): Promise<Value> {
  let reply: Reply<Value>;
  try {
    reply = (await socket.timeout(timeoutMs).emitWithAck(name, body)) as Reply<Value>;
  } catch (cause) {
    throw new Fault('unreachable', {}, { cause });
  }
  if (!reply.ok) throw new Fault(reply.reason, reply.params);
  return reply.value;
}
