import { describe, expect, it } from 'vitest';
import { createObservable } from '../observable.ts';
import type { ConnectionState } from '../session/connection.ts';
import { createHotspotRehearsal } from './hotspot-rehearsal.ts';
import type { Verdict } from './verdict.ts';

const HERE: ConnectionState = { online: true, offlineSince: null, refusal: null };
const AWAY: ConnectionState = { online: false, offlineSince: 1, refusal: null };

function setUp() {
  const connection = createObservable(HERE);
  let told = (_: { address: string }): void => undefined;
  let elapsed = 0;
  const verdicts: Verdict[] = [];
  const rehearsal = createHotspotRehearsal({
    connection: {
      get state() {
        return connection.state;
      },
      subscribe: connection.subscribe,
      on: (_, listener) => {
        told = listener;
      },
    },
    monotonic: { elapsed: () => elapsed },
    settle: (verdict) => verdicts.push(verdict),
  });
  const connect = (address: string): void => {
    connection.set(HERE);
    told({ address });
  };
  const lose = (): void => connection.set(AWAY);
  const pass = (ms: number): void => {
    elapsed += ms;
  };
  connect('192.0.2.1');
  return { rehearsal, verdicts, connect, lose, pass };
}

describe('the rehearsed change to the phone’s hotspot', () => {
  it('measures from the loss to the return, over another network', () => {
    const { rehearsal, verdicts, connect, lose, pass } = setUp();
    rehearsal.begin();
    pass(20_000);
    lose();
    expect(rehearsal.state).toEqual({ step: 'lost', lostAt: 20_000 });
    pass(17_500);
    connect('198.51.100.7');
    expect(verdicts).toEqual([{ result: 'passed', value: 17.5, problem: null, programs: [] }]);
    expect(rehearsal.state.step).toBe('idle');
  });

  it('says when the network that came back is the one that went', () => {
    const { rehearsal, verdicts, connect, lose, pass } = setUp();
    rehearsal.begin();
    lose();
    pass(3_000);
    connect('192.0.2.1');
    expect(verdicts).toMatchObject([{ result: 'warning', problem: 'same_network', value: 3 }]);
  });

  it('settles nothing for an outage that nobody rehearsed, or a rehearsal that was stopped', () => {
    const { rehearsal, verdicts, connect, lose } = setUp();
    lose();
    connect('198.51.100.7');
    rehearsal.begin();
    rehearsal.stop();
    lose();
    connect('192.0.2.1');
    expect(verdicts).toEqual([]);
  });

  it('[LOCK-3] may be left out, with a reason that the proctor sees', () => {
    const { rehearsal, verdicts } = setUp();
    rehearsal.begin();
    rehearsal.skip('no_hotspot');
    expect(verdicts).toMatchObject([{ result: 'warning', problem: 'no_hotspot' }]);
    expect(rehearsal.state.step).toBe('idle');
  });
});
