import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const COOKIE = 0x2112a442;
const [BINDING_SUCCESS, XOR_MAPPED_ADDRESS, IPV4] = [0x0101, 0x0020, 0x01];

/**
 * Tells whoever asks the address they ask from (RFC 8489, binding). Every camera asks before it offers, and without an answer
 * it waits five seconds for one. Returns the port, on 127.0.0.1.
 */
export async function tellOwnAddresses(): Promise<number> {
  const socket = createSocket('udp4');
  socket.on('message', (request, { address, port }) => {
    const reply = Buffer.alloc(32);
    reply.writeUInt16BE(BINDING_SUCCESS, 0);
    reply.writeUInt16BE(12, 2);
    request.copy(reply, 4, 4, 20);
    reply.writeUInt16BE(XOR_MAPPED_ADDRESS, 20);
    reply.writeUInt16BE(8, 22);
    reply.writeUInt8(IPV4, 25);
    reply.writeUInt16BE(port ^ (COOKIE >>> 16), 26);
    const host = address.split('.').reduce((all, part) => all * 256 + Number(part), 0);
    reply.writeUInt32BE((host ^ COOKIE) >>> 0, 28);
    socket.send(reply, port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  socket.unref();
  return socket.address().port;
}
