import { describe, expect, it } from 'vitest';
import type { UpdateState } from '../../../shared/contract/shell.ts';
import type { Examination } from '../../../shared/contract/views.ts';
import { liveSession } from '../../../shared/domain/session.fixture.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { createObservable } from '../observable.ts';
import type { CentreState } from '../session/centre.ts';
import { createUpdateDesk } from './update-desk.ts';

const HOUR = 60 * 60_000;
const session = liveSession('theory', 10 * HOUR, 12 * HOUR, { entryFrom: 9.5 * HOUR });
const examinations = [{ id: 'e', sessions: [session] } as Examination];

function setUp(now: number) {
  const asked: string[] = [];
  const logged: string[] = [];
  const clock = { now };
  let tell: (state: UpdateState) => void = () => undefined;
  const centre = createObservable<CentreState>({ examinations: [], reach: 'asking', fault: null });
  const desk = createUpdateDesk({
    centre: {
      ...centre,
      get state() {
        return centre.state;
      },
      ask: () => undefined,
      stop: () => undefined,
    },
    shell: {
      lookForUpdate: async () => void asked.push('look'),
      installUpdate: async () => void asked.push('install'),
      on(_name, listener) {
        tell = listener as typeof tell;
        return () => undefined;
      },
    },
    now: () => clock.now,
    log: (_level, text) => logged.push(text),
  });
  const reached = () => centre.set({ examinations, reach: 'reachable', fault: null });
  return { asked, logged, clock, centre, desk, reached, tell: (state: UpdateState) => tell(state) };
}

describe('[UPD-1] the window has the shell look for a newer version', () => {
  it('once, when the timetable leaves time for it', () => {
    const { asked, reached } = setUp(HOUR);
    expect(asked).toEqual([]);
    reached();
    reached();
    expect(asked).toEqual(['look']);
  });

  it('not near a session, until that is over', () => {
    const { asked, logged, reached, clock } = setUp(9 * HOUR);
    reached();
    reached();
    expect([asked, logged]).toEqual([[], ['no update: a session is near']]);
    clock.now = 12 * HOUR;
    reached();
    expect(asked).toEqual(['look']);
  });

  it('at any time when the exam centre does not understand this version', () => {
    const { asked, centre } = setUp(10 * HOUR);
    centre.set({ examinations: [], reach: 'unreachable', fault: new Fault('protocol_mismatch') });
    expect(asked).toEqual(['look']);
  });

  it('not while the exam centre and its timetable are out of reach', () => {
    const { asked, centre } = setUp(HOUR);
    centre.set({ examinations: [], reach: 'unreachable', fault: new Fault('unreachable') });
    expect(asked).toEqual([]);
  });

  it('and puts nothing in when a session has come near meanwhile', () => {
    const { asked, reached, clock, desk, tell } = setUp(8 * HOUR);
    reached();
    tell({ step: 'ready', version: '0.2.0' });
    clock.now = 9 * HOUR;
    desk.install();
    expect([asked, desk.state]).toEqual([['look'], { step: 'none' }]);
  });

  it('and puts it in when the candidate says so', () => {
    const { asked, reached, desk, tell } = setUp(HOUR);
    reached();
    tell({ step: 'ready', version: '0.2.0' });
    desk.install();
    expect(asked).toEqual(['look', 'install']);
  });
});
