/** Locks and stays, until somebody ends it. Usage: node locker.cjs FOLDER: writes the outcomes there once it has. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger } from '../../../electron/startup/recovery-ledger.ts';
import { runSequence } from '../../../electron/startup/sequence.ts';
import { lastingMeasures } from './lasting-measures.ts';

const [folder = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  const measures = lastingMeasures(folder);
  const ledger = openLedger(join(folder, 'ledger.json'), []);
  const outcomes = await runSequence(measures, { ledger, onFailure: 'report' });
  writeFileSync(join(folder, 'outcomes.json'), JSON.stringify(outcomes));
  setInterval(() => undefined, 1000);
}

void main();
