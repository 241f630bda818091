import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Whether a request that comes from this address has passed one of our own proxies, whose word on where it came from counts. */
export type IsProxy = (address: string) => boolean;

/** IPv4 in IPv6's words, as a socket that listens on both tells it. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');
const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Addresses, or networks such as 10.0.0.0/8. Throws when one is neither. */
export function proxiesAt(places: readonly string[]): IsProxy {
  const list = new BlockList();
  for (const place of places) {
    const [address = '', bits] = place.split('/');
    if (isIP(address) === 0) throw new Error(`${place} is no address and no network`);
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  return (address) => isIP(plain(address)) !== 0 && list.check(plain(address), familyOf(plain(address)));
}

interface Handshake {
  address: string;
  headers: IncomingHttpHeaders;
}

export type AddressOf = (handshake: Handshake) => string;

/** Where a socket comes from: the last address of its way that is none of our proxies'. Nobody else's word is taken. */
export const addressBehind =
  (isProxy: IsProxy): AddressOf =>
  ({ address, headers }) => {
    const way = [...String(headers['x-forwarded-for'] ?? '').split(','), address].map((each) => plain(each.trim()));
    let at = way.length - 1;
    while (at > 0 && isProxy(way[at] ?? '') && isIP(way[at - 1] ?? '') !== 0) at -= 1;
    return way[at] ?? address;
  };
