/** A process of its own that plays the stretches of schedules it is given: they hold the globals of their process. */
import { makeTemplate } from './database-template.ts';
import { simulate } from './simulate.ts';
import type { Stretch } from './simulate-on-all-cores.ts';

const template = await makeTemplate();
process.on('message', (stretch: Stretch) => {
  simulate(template, stretch).then(
    (played) => process.send?.(played),
    (cause: unknown) => {
      console.error(cause);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => {
  template.close();
  process.exit(0);
});
process.send?.('ready');
