import { expect, it } from 'vitest';
import { chooseRuntime, NoRuntimeError, type RuntimeSource } from './runtime-choice.ts';

interface Behaviour {
  cached?: boolean;
  fetchable?: boolean;
}

function sources(official: Behaviour, fallback: Behaviour): { list: RuntimeSource[]; fetched: string[] } {
  const fetched: string[] = [];
  const source = (name: string, { cached, fetchable }: Behaviour): RuntimeSource => ({
    zh: name,
    en: name,
    cached: async () => (cached ? `/cached/${name}` : null),
    fetch: async () => {
      fetched.push(name);
      if (!fetchable) throw new Error(`${name} is unreachable`);
      return `/fetched/${name}`;
    },
  });
  return { list: [source('official', official), source('fallback', fallback)], fetched };
}

it('takes a cached fallback rather than the network, so that a second start is quick', async () => {
  const { list, fetched } = sources({ fetchable: true }, { cached: true });
  const { executable } = await chooseRuntime(list, () => undefined);
  expect(executable).toBe('/cached/fallback');
  expect(fetched).toEqual([]);
});

it('prefers the official binary when both are cached', async () => {
  const { list } = sources({ cached: true }, { cached: true });
  expect((await chooseRuntime(list, () => undefined)).executable).toBe('/cached/official');
});

it('fetches the official binary first and asks nobody else when that works', async () => {
  const { list, fetched } = sources({ fetchable: true }, { fetchable: true });
  expect((await chooseRuntime(list, () => undefined)).source.en).toBe('official');
  expect(fetched).toEqual(['official']);
});

it('falls back when the official binary cannot be had, and tells why', async () => {
  const { list } = sources({}, { fetchable: true });
  const told: string[] = [];
  const { executable } = await chooseRuntime(list, (source, cause) => told.push(`${source.en}: ${cause}`));
  expect(executable).toBe('/fetched/fallback');
  expect(told).toEqual(['official: Error: official is unreachable']);
});

it('names every failure when nothing works', async () => {
  const { list } = sources({}, {});
  const failure = await chooseRuntime(list, () => undefined).catch((cause: unknown) => cause);
  expect(failure).toBeInstanceOf(NoRuntimeError);
  expect((failure as NoRuntimeError).failures.map(({ source }) => source.en)).toEqual(['official', 'fallback']);
});
