import { atLeast, exactly, type Figure } from '../rehearsal/figures.ts';
import type { FailedSchedule } from './simulation/simulate.ts';
import { simulateOnAllCores } from './simulation/simulate-on-all-cores.ts';
import { told } from './told.ts';

const SAY_EVERY = 500;

function tell({ seed, faults, steps }: FailedSchedule): void {
  console.error(`\nSeed ${seed} fails; again: npm run fault -- --schedules 1 --seed ${seed} --kills 0`);
  for (const fault of faults.slice(0, 10)) console.error(`  ${fault}`);
  console.error('  It needs these steps:');
  let at = 0;
  for (const { after, ...step } of steps) {
    at += after;
    console.error(`  ${Math.round(at).toString().padStart(9)} ms  ${JSON.stringify(step)}`);
  }
}

/** Plays the schedules and says what became of every entry; a seed that fails is printed with what it takes. */
export async function simulatedFigures(wanted: { seed: number; schedules: number }): Promise<Figure[]> {
  console.log(`Simulated: ${wanted.schedules} schedules from seed ${wanted.seed}.`);
  const beganAt = performance.now();
  const { schedules, counts, failed } = await simulateOnAllCores(wanted, (played) => {
    if (played % SAY_EVERY === 0)
      console.log(`  ${played} played, ${Math.round((performance.now() - beganAt) / 1000)} s`);
  });
  for (const one of failed) tell(one);
  const seconds = Math.round((performance.now() - beganAt) / 100) / 10;
  return [
    atLeast('simulated: schedules', schedules, 'schedules', wanted.schedules),
    exactly('simulated: schedules that failed', failed.length, 'schedules', 0),
    told('simulated: time', seconds, 's'),
    told('simulated: entries written', counts.written, 'entries'),
    told('simulated: entries acknowledged before the end', counts.acknowledged, 'entries'),
    told('simulated: entries at the server at the end', counts.present, 'entries'),
    exactly('simulated: entries lost', counts.lost, 'entries', 0),
    exactly('simulated: entries doubled', counts.duplicated, 'entries', 0),
    exactly('simulated: entries reordered', counts.reordered, 'entries', 0),
  ];
}
