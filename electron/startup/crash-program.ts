/**
 * Started by crash.test.ts: a process with three steps that each change the disk in two writes. It first undoes what
 * an earlier run left, then performs and undoes its steps, and kills itself at the moment it is told.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger } from './recovery-ledger.ts';
import { revertLeftovers, revertSequence, runSequence } from './sequence.ts';
import type { Step } from './step.ts';

const [folder = '', dieAt = ''] = process.argv.slice(2);
const names = ['one', 'two', 'three'];

function reach(moment: string): void {
  if (moment === dieAt) process.kill(process.pid, 'SIGKILL');
}

const steps: Step[] = names.map((name) => ({
  name,
  async perform() {
    reach(`before ${name}`);
    writeFileSync(join(folder, `changed-${name}-a`), '');
    reach(`within ${name}`);
    rmSync(join(folder, `changed-${name}-a`));
    writeFileSync(join(folder, `changed-${name}`), '');
    reach(`after ${name}`);
    return undefined;
  },
  async revert() {
    rmSync(join(folder, `changed-${name}-a`), { force: true });
    reach(`within revert ${name}`);
    rmSync(join(folder, `changed-${name}`), { force: true });
    reach(`after revert ${name}`);
  },
}));

const ledger = openLedger(join(folder, 'ledger.json'), names);
await revertLeftovers(steps, ledger);
if (dieAt !== 'never') {
  await runSequence(steps, { ledger, onFailure: 'abort' });
  await revertSequence(steps, ledger);
}
