import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../../shared/support/fault.ts';

/** The body as it arrives. What goes over the limit is not read to its end. */
export async function bodyOf(request: FastifyRequest, reply: FastifyReply, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.raw) {
    bytes += chunk.length;
    if (bytes > limit) {
      reply.header('connection', 'close');
      throw new Fault('too_large');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
