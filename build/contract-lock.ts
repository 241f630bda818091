/**
 * Records what the protocol version stands for in `shared/contract/contract.lock.json`.
 *
 * Usage: node --import tsx build/contract-lock.ts
 *
 * Writes the lock when there is none or PROTOCOL_VERSION was raised, and says so when nothing changed. Refuses, with
 * exit code 1, when a message changed under the same version: raise PROTOCOL_VERSION in shared/contract/version.ts
 * first, because a client of the old build must be told to update instead of failing in the middle of an examination.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ContractLockSchema, contractDigest, lockVerdict } from '../shared/contract/contract-digest.ts';
import { PROTOCOL_VERSION } from '../shared/contract/version.ts';
import { assertNever } from '../shared/support/assert-never.ts';

const file = new URL('../shared/contract/contract.lock.json', import.meta.url);
const recorded = existsSync(file) ? ContractLockSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
const now = { version: PROTOCOL_VERSION, digest: await contractDigest() };
const verdict = lockVerdict(recorded, now);

switch (verdict) {
  case 'current':
    console.log(`contract.lock.json is current: version ${now.version}.`);
    break;
  case 'record':
    writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
    console.log(`Recorded version ${now.version}: ${now.digest}.`);
    break;
  case 'raise_version':
    console.error(
      `The messages differ from those recorded as version ${recorded?.version}, and PROTOCOL_VERSION is ${now.version}.\n` +
        'Raise PROTOCOL_VERSION in shared/contract/version.ts, then run this again.',
    );
    process.exitCode = 1;
    break;
  default:
    assertNever(verdict);
}
