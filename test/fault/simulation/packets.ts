/** What travels over a stream that carries a socket. */
export type Packet =
  | { kind: 'connect'; namespace: string; auth: unknown }
  | { kind: 'connected' }
  | { kind: 'refused'; message: string; data: unknown }
  | { kind: 'event'; name: string; body: unknown; id: number | null }
  | { kind: 'ack'; id: number; reply: unknown }
  | { kind: 'disconnect' };

export const isSocketPacket = (text: string): boolean => text.startsWith('{"kind"');
