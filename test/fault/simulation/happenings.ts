import type { EntryBody } from '../../../shared/domain/entry.ts';
import type { ResponseValue } from '../../../shared/domain/paper.ts';
import type { ExamCentre } from './exam-centre.ts';
import { ENDS_AT, isChoice, SESSION } from './examination.ts';
import type { ComputerId, Happening, Step } from './schedule.ts';
import type { Seat } from './seat.ts';
import type { Timeline } from './timeline.ts';

type Kind = Happening['kind'];
type Handlers = { [Of in Kind]: (step: Extract<Happening, { kind: Of }>) => unknown };

/** Before the end by this much: what is under way then arrives on both sides of it. */
const BEFORE_END_MS = 300;

/** Makes each step of a schedule happen to these seats and this centre. */
export function createHappenings({
  seats,
  centre,
  timeline,
}: {
  seats: readonly Seat[];
  centre: ExamCentre;
  timeline: Timeline;
}): (step: Step) => Promise<void> {
  let made = 0;
  const at = (id: ComputerId): Seat => seats.find(({ computer }) => computer.id === id) as Seat;

  /** Every answer is another one, so that each can be told from all others. */
  const nextValue = (itemId: string): ResponseValue => {
    made += 1;
    return isChoice(itemId) ? { kind: 'choice', chosen: [`c${made}`] } : { kind: 'text', text: `第${made}次作答` };
  };
  const answer = (id: ComputerId, itemId: string, value: ResponseValue | null) => {
    const seat = at(id);
    if (seat.window?.mayAnswer()) seat.write({ type: 'response', sessionId: SESSION, itemId, value });
  };
  const violation = (): EntryBody => {
    made += 1;
    return { type: 'violation', kind: 'app_switch', durationMs: 1_000, detail: { made } };
  };

  const handlers: Handlers = {
    answer: ({ computer, itemId }) => answer(computer, itemId, nextValue(itemId)),
    clear: ({ computer, itemId }) => answer(computer, itemId, null),
    flag({ computer, itemId }) {
      const { window, write } = at(computer);
      if (!window?.mayAnswer()) return;
      const flagged = !window.log?.state.flags.includes(itemId);
      write({ type: 'flag', sessionId: SESSION, itemId, flagged });
    },
    type({ computer, itemId, keys }) {
      for (let key = 0; key < keys; key += 1) answer(computer, itemId, nextValue(itemId));
    },
    violation({ computer }) {
      const { window, write } = at(computer);
      if (window?.signedIn && window.awake) write(violation());
    },
    enter: ({ computer }) => at(computer).enter(),
    crash: ({ computer }) => at(computer).crash(),
    line: ({ computer, state }) => at(computer).computer.line.set(state),
    throttle: ({ computer, bytesPerSecond }) => at(computer).computer.line.throttle(bytesPerSecond),
    repeat: ({ computer, count }) => at(computer).computer.line.repeatNext(count),
    disk: ({ computer, state }) => at(computer).computer.disk.set(state),
    tear: ({ computer, count, keepHeads }) => at(computer).computer.disk.tear(count, keepHeads),
    flip: ({ computer }) => at(computer).computer.disk.flip(),
    wall_jump: ({ computer, ms }) => at(computer).computer.jumpWall(ms),
    sleep: ({ computer, ms }) => at(computer).computer.sleep(ms),
    centre_dies: () => centre.die(),
    centre_starts: () => (centre.running ? undefined : centre.start()),
    centre_dies_within: ({ point }) => centre.dieWithin(point),
    hand_in: ({ computer }) => at(computer).window?.handIn(),
    time_runs_out: () => timeline.runUntil(ENDS_AT - BEFORE_END_MS),
  };
  return async (step) => void (await handlers[step.kind](step as never));
}
