import { describe, expect, it } from 'vitest';
import { Fault } from '../../shared/support/fault.ts';
import { createSharedCommit } from './shared-commit.ts';

interface Work {
  of: string;
  size?: number;
}

/** A disk whose flush is turned by hand. */
function heldDisk() {
  const groups: { group: readonly Work[]; flush(outcomes?: (string | Fault)[]): void; fail(cause: unknown): void }[] =
    [];
  const arrivals: (() => void)[] = [];
  const shared = createSharedCommit<Work, string>({
    keyOf: ({ of }) => of,
    sizeOf: ({ size }) => size ?? 1,
    mostSize: 3,
    commit: (group) =>
      new Promise((resolve, reject) => {
        const flush = (outcomes = group.map(({ of }) => `kept ${of}` as string | Fault)) => resolve(outcomes);
        groups.push({ group, flush, fail: reject });
        arrivals.shift()?.();
      }),
  });
  /** The next transaction that has begun. */
  const begun = async (count: number) => {
    while (groups.length < count) await new Promise<void>((resolve) => arrivals.push(resolve));
    return groups[count - 1] ?? expect.fail('no transaction began');
  };
  return { shared, groups, begun };
}

const namesOf = ({ group }: { group: readonly Work[] }) => group.map(({ of }) => of);

describe('a shared commit', () => {
  it('[ANS-1] acknowledges nothing before the transaction is on the disk', async () => {
    const { shared, begun } = heldDisk();
    const acknowledged: string[] = [];
    const both = ['a', 'b'].map((of) => shared.run({ of }).then((outcome) => acknowledged.push(outcome)));
    const transaction = await begun(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(acknowledged).toEqual([]);
    transaction.flush();
    await Promise.all(both);
    expect(acknowledged).toEqual(['kept a', 'kept b']);
  });

  it('lets those share the next transaction who come while one is being written', async () => {
    const { shared, groups, begun } = heldDisk();
    const first = shared.run({ of: 'a' });
    const one = await begun(1);
    const others = ['b', 'c'].map((of) => shared.run({ of }));
    await new Promise((resolve) => setImmediate(resolve));
    expect(groups).toHaveLength(1);
    one.flush();
    await first;
    const two = await begun(2);
    expect(namesOf(two)).toEqual(['b', 'c']);
    two.flush();
    expect(await Promise.all(others)).toEqual(['kept b', 'kept c']);
  });

  it('does two works of one key in two transactions, and ends one before it grows too large', async () => {
    const { shared, begun } = heldDisk();
    const all = [{ of: 'a' }, { of: 'a' }, { of: 'b', size: 2 }, { of: 'c' }, { of: 'd' }].map(shared.run);
    const one = await begun(1);
    expect(namesOf(one)).toEqual(['a', 'b']);
    one.flush();
    const two = await begun(2);
    expect(namesOf(two)).toEqual(['a', 'c', 'd']);
    two.flush();
    expect(await Promise.all(all)).toHaveLength(5);
  });

  it('[ANS-2] refuses one of them without a word to the others', async () => {
    const { shared, begun } = heldDisk();
    const refused = shared.run({ of: 'a' });
    const kept = shared.run({ of: 'b' });
    (await begun(1)).flush([new Fault('hash_mismatch', { seq: 2 }), 'kept b']);
    await expect(refused).rejects.toMatchObject({ reason: 'hash_mismatch', params: { seq: 2 } });
    expect(await kept).toBe('kept b');
  });

  it('tries what failed together in halves, so that only what cannot be stored fails', async () => {
    const { shared, begun } = heldDisk();
    const outcomes = Promise.allSettled(['a', 'b', 'c'].map((of) => shared.run({ of })));
    (await begun(1)).fail(new Error('c cannot be stored'));
    (await begun(2)).flush();
    (await begun(3)).fail(new Error('c cannot be stored'));
    expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  });
});
