const HOST = String.raw`(?:[\w.-]+|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?`;
const STUN = new RegExp(`^stuns?:${HOST}$`);
const TURN = new RegExp(String.raw`^turns?:${HOST}(?:\?transport=(?:udp|tcp))?$`);

/** `stun:host[:port]` or `stuns:…` (RFC 7064). A browser refuses to connect at all when one URL it is given is wrong. */
export const isStunUrl = (text: string): boolean => STUN.test(text);

/** `turn:host[:port][?transport=udp|tcp]` or `turns:…` (RFC 7065). */
export const isTurnUrl = (text: string): boolean => TURN.test(text);
