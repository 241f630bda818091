import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { canonicalJson } from '../support/canonical-json.ts';
import { ContractLockSchema, contractDigest, describeSchema, lockVerdict } from './contract-digest.ts';
import { PROTOCOL_VERSION } from './version.ts';

const WRITE = 'node --import tsx build/contract-lock.ts';
const ADVICE = {
  record: `contract.lock.json does not name version ${PROTOCOL_VERSION}. Run: ${WRITE}`,
  raise_version: `A message changed and PROTOCOL_VERSION did not. Raise it in shared/contract/version.ts, then run: ${WRITE}`,
};

describe('the protocol version', () => {
  it('stands for exactly the messages recorded in contract.lock.json', async () => {
    const file = new URL('./contract.lock.json', import.meta.url);
    const recorded = existsSync(file) ? ContractLockSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
    const verdict = lockVerdict(recorded, { version: PROTOCOL_VERSION, digest: await contractDigest() });
    expect(verdict, verdict === 'current' ? undefined : ADVICE[verdict]).toBe('current');
  });

  it.each([
    ['nothing recorded', null, 'record'],
    ['the same', { version: 2, digest: 'a' }, 'current'],
    ['another digest under the same version', { version: 2, digest: 'b' }, 'raise_version'],
    ['a raised version', { version: 1, digest: 'b' }, 'record'],
    ['a lowered version', { version: 3, digest: 'a' }, 'raise_version'],
  ] as const)('judges %s', (_, recorded, verdict) => {
    expect(lockVerdict(recorded, { version: 2, digest: 'a' })).toBe(verdict);
  });
});

describe('the description under the digest', () => {
  const base = z.object({ at: z.number(), note: z.string().max(10) });
  const changes: [string, z.ZodType][] = [
    ['a new field', z.object({ at: z.number(), note: z.string().max(10), more: z.string() })],
    ['a removed field', z.object({ at: z.number() })],
    ['an optional field', z.object({ at: z.number().optional(), note: z.string().max(10) })],
    ['another limit', z.object({ at: z.number(), note: z.string().max(11) })],
    ['null allowed', z.object({ at: z.number().nullable(), note: z.string().max(10) })],
    ['a default, which only what arrives shows', z.object({ at: z.number().default(1), note: z.string().max(10) })],
  ];

  it.each(changes)('shows %s', (_, changed) => {
    expect(canonicalJson(describeSchema(changed))).not.toBe(canonicalJson(describeSchema(base)));
  });

  it('tells apart what JSON Schema cannot express', () => {
    const seen = [z.undefined(), z.unknown(), z.instanceof(ArrayBuffer)].map((schema) =>
      canonicalJson(describeSchema(schema)),
    );
    expect(new Set(seen).size).toBe(3);
  });

  it('does not depend on the order in which fields were written', () => {
    const turned = z.object({ note: z.string().max(10), at: z.number() });
    expect(canonicalJson(describeSchema(turned))).toBe(canonicalJson(describeSchema(base)));
  });
});
