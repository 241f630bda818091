import { describe, expect, it } from 'vitest';
import type { SealedStatement } from '../../../shared/contract/shell-statement.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { reportStatement } from './statement-report.ts';

const SEALED = { seal: 'a'.repeat(64) } as SealedStatement;

/** Reports over a line that fails in this way, each time once, and is whole afterwards. */
function report(faults: Fault[], state: () => Promise<SealedStatement> = async () => SEALED) {
  const sent: SealedStatement[] = [];
  const logged: string[] = [];
  const done = reportStatement({
    state,
    async send(sealed) {
      sent.push(sealed);
      const fault = faults.shift();
      if (fault) throw fault;
    },
    random: () => 0.5,
    schedule: (task) => {
      setImmediate(task);
      return () => undefined;
    },
    log: (level) => logged.push(level),
  });
  return { done, sent, logged };
}

describe('[SEC-3] the statement of the program', () => {
  it('is sent again, the same one, until the exam centre has it', async () => {
    const { done, sent } = report([new Fault('unreachable'), new Fault('server_error'), new Fault('unreachable')]);
    await done;
    expect(sent).toEqual([SEALED, SEALED, SEALED, SEALED]);
  });

  it('is sent no more once another computer has taken over', async () => {
    const { done, sent } = report([new Fault('signed_in_elsewhere'), new Fault('unreachable')]);
    await done;
    expect(sent).toHaveLength(1);
  });

  it('that the shell cannot make is noted, and nothing is sent', async () => {
    const { done, sent, logged } = report([], () => Promise.reject(new Error('no such file')));
    await done;
    expect(sent).toEqual([]);
    expect(logged).toEqual(['error']);
  });
});
