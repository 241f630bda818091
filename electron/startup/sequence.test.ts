import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openLedger } from './recovery-ledger.ts';
import { revertLeftovers, revertSequence, runSequence, SequenceFailed } from './sequence.ts';
import type { Step } from './step.ts';

const NAMES = ['one', 'two', 'three'];

/** Steps that write down what is done to them; `failing` throws when performed, `stuck` when undone. */
function recordedSteps(failing?: string, stuck?: string) {
  const done: string[] = [];
  const steps: Step[] = NAMES.map((name) => ({
    name,
    async perform() {
      done.push(`+${name}`);
      if (name === failing) throw new Error(`${name} refused`);
      return `${name} done`;
    },
    async revert() {
      if (name === stuck) throw new Error(`${name} is stuck`);
      done.push(`-${name}`);
    },
  }));
  return { steps, done };
}

let path: string;
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'yunkao-ledger-')), 'ledger.json');
});

describe('operation sequence', () => {
  it('performs in order, reverts in reverse, and leaves an empty ledger', async () => {
    const { steps, done } = recordedSteps();
    const ledger = openLedger(path, NAMES);
    expect(await runSequence(steps, { ledger, onFailure: 'abort' })).toEqual(
      NAMES.map((step) => ({ step, ok: true, note: `${step} done` })),
    );
    expect(await ledger.begun()).toEqual(NAMES);
    await revertSequence(steps, ledger);
    expect(done).toEqual(['+one', '+two', '+three', '-three', '-two', '-one']);
    expect(await ledger.begun()).toEqual([]);
  });

  it('a required step that fails is undone too, with everything before it', async () => {
    const { steps, done } = recordedSteps('two');
    const ledger = openLedger(path, NAMES);
    await expect(runSequence(steps, { ledger, onFailure: 'abort' })).rejects.toThrow(SequenceFailed);
    expect(done).toEqual(['+one', '+two', '-two', '-one']);
    expect(await ledger.begun()).toEqual([]);
  });

  it('[LOCK-3] a failing measure is reported and the rest go on', async () => {
    const { steps, done } = recordedSteps('two');
    const outcomes = await runSequence(steps, { ledger: openLedger(path, NAMES), onFailure: 'report' });
    expect(outcomes).toContainEqual({ step: 'two', ok: false, note: 'two refused' });
    expect(done).toEqual(['+one', '+two', '+three']);
  });

  it('[LOCK-1] a step that cannot be entered in the ledger is not performed', async () => {
    const { steps, done } = recordedSteps();
    const nowhere = openLedger(join(path, 'no', 'such', 'folder'), NAMES);
    const outcomes = await runSequence(steps, { ledger: nowhere, onFailure: 'report' });
    expect(outcomes.map(({ ok }) => ok)).toEqual([false, false, false]);
    expect(done).toEqual([]);
  });

  it('[LOCK-1] what could not be undone stays in the ledger for the next start', async () => {
    const { steps, done } = recordedSteps(undefined, 'two');
    const ledger = openLedger(path, NAMES);
    await runSequence(steps, { ledger, onFailure: 'report' });
    const outcomes = await revertSequence(steps, ledger);
    expect(outcomes.find(({ step }) => step === 'two')).toEqual({ step: 'two', ok: false, note: 'two is stuck' });
    expect(done.slice(3)).toEqual(['-three', '-one']);
    expect(await ledger.begun()).toEqual(['two']);

    const next = recordedSteps();
    await revertLeftovers(next.steps, openLedger(path, NAMES));
    expect(next.done).toEqual(['-two']);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ begun: [] });
  });

  it('[LOCK-1] a ledger that cannot be read means everything is undone', async () => {
    await writeFile(path, '{"begun":["on');
    const { steps, done } = recordedSteps();
    await revertLeftovers(steps, openLedger(path, NAMES));
    expect(done).toEqual(['-three', '-two', '-one']);
  });

  it('a step of another version is reported and not kept for ever', async () => {
    await writeFile(path, '{"begun":["one","older"]}');
    const { steps } = recordedSteps();
    const ledger = openLedger(path, NAMES);
    const outcomes = await revertLeftovers(steps, ledger);
    expect(outcomes.map(({ step, ok }) => [step, ok])).toEqual([
      ['one', true],
      ['older', false],
    ]);
    expect(await ledger.begun()).toEqual([]);
  });
});
