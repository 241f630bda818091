import { expect, it } from 'vitest';
import type { FoundProgram } from '../../../shared/contract/prohibited-programs.ts';
import type { DeviceReport } from '../../../shared/contract/shell.ts';
import { programsVerdict } from './computer-check.ts';
import { createDeviceCheck } from './device-check.ts';
import { createProgramClosing } from './program-closing.ts';

const program = (id: string): FoundProgram => ({
  ...{ id, image: `${id}.exe`, name: { zh: id, en: id }, publisher: '', policy: 'end', closable: true },
  ...{ kind: 'messaging', quit: 'tray', by: 'image' },
});
const reportOf = (...prohibited: FoundProgram[]): DeviceReport => ({
  ...{ displays: 1, onBattery: false, remoteSession: false, prohibited },
});

function setUp(outcome: 'closed' | 'comes_back' | Error, after: FoundProgram[]) {
  const devices = createDeviceCheck({ checks: {}, log: () => undefined });
  devices.settle('programs', programsVerdict(reportOf(program('qq'))));
  const looks: (() => void)[] = [];
  const closing = createProgramClosing({
    devices,
    shell: {
      closeProgram: async () => {
        if (outcome instanceof Error) throw outcome;
        return { outcome };
      },
      deviceReport: async () => reportOf(...after),
    },
    schedule: (task) => {
      looks.push(task);
      return () => void looks.splice(0);
    },
    log: () => undefined,
  });
  return { devices, closing, looks, row: () => devices.state.rows.programs?.verdict };
}

it('[LOCK-5] says that a program is being closed, what came of it, and looks again', async () => {
  const { closing, row } = setUp('closed', []);
  const done = closing.close(program('qq'));
  expect(closing.state.closings).toMatchObject([{ program: { id: 'qq' }, outcome: null }]);
  await done;
  expect(closing.state.closings).toMatchObject([{ outcome: 'closed' }]);
  expect(row()?.result).toBe('passed');
});

it.each([
  ['that comes back', 'comes_back', 'comes_back'],
  ['that the shell cannot close', new Error('gone'), 'refused'],
] as const)('[LOCK-3] keeps the card of a program %s, and nobody is stuck', async (_, outcome, said) => {
  const { closing, row } = setUp(outcome, [program('qq')]);
  await closing.close(program('qq'));
  expect(closing.state.closings).toMatchObject([{ outcome: said }]);
  expect(row()).toMatchObject({ result: 'failed', programs: [{ id: 'qq' }] });
});

it('follows by itself when the candidate quits a program by hand, until the check is left', async () => {
  const { closing, looks, row } = setUp('closed', []);
  closing.begin();
  looks[0]?.();
  await expect.poll(() => row()?.result).toBe('passed');
  await expect.poll(() => looks).toHaveLength(2);
  closing.stop();
  expect(looks).toEqual([]);
});
