import { describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import { textContent } from '../../../shared/domain/content.ts';
import { type Item, itemsOf, type Paper } from '../../../shared/domain/paper.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { seal } from '../../../shared/support/sealed-bytes.ts';
import { createPaperPackages } from './paper-packages.ts';

const items: Item[] = Array.from({ length: 12 }, (_, at) => ({
  ...{ id: `i${at}`, kind: 'true_false', points: 1, stem: textContent('?') },
}));
const paper: Paper = {
  ...{ id: 'p', sessionId: 's', title: 'P', multipleChoiceRule: 'exact', stimuli: [], pictures: [] },
  shuffle: { items: true, options: true },
  sections: [{ ...{ id: 'x', title: 'X', instructions: '' }, component: 'theory', itemType: 'true_false', items }],
};
const rawKey = new Uint8Array(32).fill(7);
const key = Buffer.from(rawKey).toString('base64');

async function setUp({ faults = [] as Fault[], packageFaults = [] as Fault[], answer = key } = {}) {
  const sealed = await seal(rawKey, new TextEncoder().encode(JSON.stringify(paper)));
  const asked: string[] = [];
  const waits: (() => void)[] = [];
  const packages = createPaperPackages({
    http: (async (name: string) => {
      asked.push(name);
      const fault = faults.shift();
      if (fault) throw fault;
      return { sessionId: 's', key: answer };
    }) as unknown as HttpClient,
    async fetchBytes(path) {
      asked.push(path);
      const fault = packageFaults.shift();
      if (fault) throw fault;
      return sealed;
    },
    seed: 'seed',
    schedule(task) {
      waits.push(task);
      return () => waits.splice(waits.indexOf(task), 1);
    },
    random: () => 0.5,
    log: () => undefined,
  });
  return { packages, asked, waits };
}

describe('a sealed paper', () => {
  it('that was waited for opens with the key it is sent, without asking', async () => {
    const { packages, asked } = await setUp();
    await packages.prefetch('s');
    const opened = packages.open('s');
    packages.received({ sessionId: 's', key });
    expect(itemsOf(await opened).map(({ id }) => id)).not.toEqual(items.map(({ id }) => id));
    expect(asked).toEqual(['/api/candidate/paper-packages/s']);
  });

  it('asks for its key when that should have come and has not', async () => {
    const { packages, asked, waits } = await setUp();
    await packages.prefetch('s');
    const opened = packages.open('s');
    await expect.poll(() => waits.length).toBe(1);
    expect(asked).not.toContain('paperKey');
    waits[0]?.();
    await opened;
    expect(asked.at(-1)).toBe('paperKey');
  });

  it('that was not waited for, after a re-entry, asks at once', async () => {
    const { packages, asked } = await setUp();
    expect((await packages.open('s')).sessionId).toBe('s');
    expect(asked.sort()).toEqual(['/api/candidate/paper-packages/s', 'paperKey']);
  });

  it('is fetched again while it is waited for, when the first time was too early', async () => {
    const { packages, asked, waits } = await setUp({ packageFaults: [new Fault('too_early', { at: 5 })] });
    await packages.prefetch('s');
    expect(asked).toHaveLength(1);
    waits[0]?.();
    await expect.poll(() => asked).toHaveLength(2);
    packages.received({ sessionId: 's', key });
    await expect(packages.open('s')).resolves.toMatchObject({ id: 'p' });
    expect(asked).toHaveLength(2);
  });

  it('passes a refusal on, and may be tried again', async () => {
    const { packages } = await setUp({ faults: [new Fault('too_early', { at: 5 })] });
    await expect(packages.open('s')).rejects.toMatchObject({ reason: 'too_early' });
    await expect(packages.open('s')).resolves.toMatchObject({ id: 'p' });
  });

  it('that its key does not open is fetched anew, with its key', async () => {
    const { packages, asked } = await setUp({ answer: Buffer.alloc(32, 1).toString('base64') });
    await expect(packages.open('s')).rejects.toThrow();
    await expect(packages.open('s')).rejects.toThrow();
    expect(asked.filter((name) => name === 'paperKey')).toHaveLength(2);
    expect(asked.filter((name) => name !== 'paperKey')).toHaveLength(2);
  });
});
