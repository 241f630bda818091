import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../support/sha256.ts';
import { type CameraFact, type FactLink, factText, intactFacts } from './camera-fact.ts';
import { GENESIS } from './entry.ts';

async function chainOf(facts: readonly CameraFact[]): Promise<FactLink[]> {
  const links: FactLink[] = [];
  for (const fact of facts) {
    const link = { attemptId: 'a', camera: 'rear' as const, seq: links.length + 1, at: 5, fact };
    const prev = links.at(-1)?.hash ?? GENESIS;
    links.push({ ...link, prev, hash: await sha256Hex(factText({ ...link, prev })) });
  }
  return links;
}

const facts: CameraFact[] = [
  { kind: 'came', at: 1 },
  { kind: 'gap', from: 2, durationMs: 3, cause: 'memory_full' },
  { kind: 'went', at: 9, cause: 'hidden' },
];

describe('the chain of a camera', () => {
  it('[CAM-1] is intact as it was written', async () => {
    expect(await intactFacts(await chainOf(facts))).toBe(3);
  });

  it('[CAM-1] shows a fact that was changed, removed, moved or put in', async () => {
    const [first, second, third] = (await chainOf(facts)) as [FactLink, FactLink, FactLink];
    const changed = { ...second, fact: { ...second.fact, cause: 'network' } as CameraFact };
    expect(await intactFacts([first, changed, third])).toBe(1);
    expect(await intactFacts([first, third])).toBe(1);
    expect(await intactFacts([second, first, third])).toBe(0);
    const rewritten = { ...changed, hash: await sha256Hex(factText(changed)) };
    expect(await intactFacts([first, rewritten, third])).toBe(2);
  });
});
