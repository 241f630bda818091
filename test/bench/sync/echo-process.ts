/**
 * What the exam centre is held against: socket.io over the same TLS, with the same options, that acknowledges a batch without
 * looking at it. Nothing is checked, nothing is kept.
 */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createSocketServer } from '../../../server/socket/socket-server.ts';
import type { EntryBatch } from '../../../shared/contract/entries.ts';

process.once('message', ({ cert, key }: { cert: string; key: string }) => {
  const server = createServer({ cert, key });
  const io = createSocketServer(server);
  io.of('/candidate').on('connection', (socket) => {
    socket.on('entries.append', ({ epoch, entries }: EntryBatch, acknowledge: (reply: unknown) => void) => {
      acknowledge({ ok: true, value: { epoch, cursor: entries.at(-1)?.seq ?? 0 } });
    });
  });
  server.listen(0, '127.0.0.1', () => {
    process.send?.({ origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}` });
  });
});
process.on('disconnect', () => process.exit(0));
