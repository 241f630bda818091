import { sha256Hex } from '../support/sha256.ts';

/** A link of a chain: `prev` is the hash of the link before it. */
export interface ChainLink {
  seq: number;
  prev: string;
  hash: string;
}

/**
 * How many leading links form an intact chain after a link with the hash `prev`: all of them, unless one was changed, removed or
 * put in. `textOf`: what a link's hash covers.
 */
export async function intactLinks<Link extends ChainLink>(
  links: readonly Link[],
  textOf: (link: Link) => string,
  prev: string,
  firstSeq = 1,
): Promise<number> {
  let before = prev;
  for (const [index, link] of links.entries()) {
    const intact =
      link.seq === firstSeq + index && link.prev === before && link.hash === (await sha256Hex(textOf(link)));
    if (!intact) return index;
    before = link.hash;
  }
  return links.length;
}
