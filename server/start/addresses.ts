import { networkInterfaces } from 'node:os';

const EVERYWHERE = new Set(['0.0.0.0', '::']);
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** IPv4 addresses by which other machines of the local network reach this one. */
function lanAddresses(interfaces = networkInterfaces()): string[] {
  return Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address);
}

/** Hosts by which a server listening on `host` is reached: the one it is bound to, or all of the local network. */
export const reachableHosts = (host: string): string[] => (EVERYWHERE.has(host) ? lanAddresses() : [host]);

export const originOf = (host: string, port: number): string =>
  `https://${host.includes(':') ? `[${host}]` : host}:${port}`;

/**
 * The server's origin for a phone, given the Host header of the candidate's computer: the same name, unless that is
 * the computer itself, which no phone can reach; then the first address of the local network, if there is one.
 */
export function phoneOrigin(hostHeader: string, lan: readonly string[], port: number): string {
  const name = hostHeader.replace(/:\d+$/, '');
  const [first] = lan;
  return LOOPBACK.has(name) && first !== undefined ? originOf(first, port) : `https://${hostHeader}`;
}
