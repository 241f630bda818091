import { isSocketPacket } from './packets.ts';
import type { Timeline } from './timeline.ts';

type End = 'home' | 'centre';

/** What one end of a stream hears. */
export interface Listener {
  message(text: string): void;
  closed(): void;
}

/** A connection that keeps the order of what each end says, as TCP does. */
export interface Stream {
  send(from: End, text: string): void;
  close(from: End): void;
}

/**
 * `down`: reset at once, nobody gets through. `silent`: everything is dropped without a word, as by a router that forgot
 * the connection. `stalled`: held, and delivered if the line comes back before an end gives up.
 */
export type LineState = 'open' | 'down' | 'silent' | 'stalled';

export interface Line {
  readonly state: LineState;
  /** From the home to the centre; what happens to it is told to `home`. */
  dial(home: Listener): Stream;
  set(state: LineState): void;
  /** Bytes a second and direction; no limit at first. */
  throttle(bytesPerSecond: number): void;
  /** The next socket messages to the centre arrive twice each. */
  repeatNext(count: number): void;
  /** The computer at home neither sends nor hears. */
  sleep(): void;
  wake(): void;
  /** The centre's process is gone, and with it its end of every stream. */
  centreDied(): void;
}

export interface Centre {
  /** Null when nobody listens. */
  accept(stream: Stream): Listener | null;
}

/** After this long without a sign each end takes the other for gone (server/socket/socket-server.ts). */
const GIVES_UP_MS = 11_000;
const DIAL_MS = 20_000;
/** What was under way when the line broke may still arrive, this late. */
const LATEST_MS = 30_000;

interface Live {
  listener: Record<End, Listener | null>;
  closed: Record<End, boolean>;
  lastDue: Record<End, number>;
  /** Nothing passes any more, and no end is told. */
  lost: boolean;
  /** Reset at home: of what is still under way to the centre so many messages arrive, that late. */
  survivors: number | null;
  lateness: number;
  underWay: number;
}

export function createLine(timeline: Timeline, random: () => number, centre: Centre): Line {
  const streams = new Set<Live>();
  let state: LineState = 'open';
  let asleep = false;
  let bytesPerSecond = Number.POSITIVE_INFINITY;
  let repeats = 0;
  /** What waits for the line to come back, and what waits for the computer to wake, in order. */
  let held: (() => void)[] = [];
  const unheard: (() => void)[] = [];

  const latency = () => 5 + random() * (random() < 0.1 ? 800 : 60);
  const hear = (task: () => void) => {
    if (asleep) unheard.push(task);
    else task();
  };

  function end(live: Live, at: End): void {
    if (live.closed[at]) return;
    live.closed[at] = true;
    if (live.closed.home && live.closed.centre) streams.delete(live);
    const listener = live.listener[at];
    if (at === 'home') hear(() => listener?.closed());
    else listener?.closed();
  }

  function pass(live: Live, to: End, task: () => void): void {
    if (live.survivors !== null) {
      live.survivors -= 1;
      if (to === 'centre' && live.survivors >= 0) timeline.after(live.lateness, task);
    } else if (live.lost) return;
    else if (state === 'stalled') held.push(() => pass(live, to, task));
    else if (to === 'home') hear(task);
    else task();
  }

  function carry(live: Live, to: End, bytes: number, task: () => void): void {
    const due = Math.max(timeline.now, live.lastDue[to]) + latency() + (1000 * bytes) / bytesPerSecond;
    live.lastDue[to] = due;
    if (to === 'centre') live.underWay += 1;
    timeline.at(due, () => {
      if (to === 'centre') live.underWay -= 1;
      pass(live, to, task);
    });
  }

  /** Both ends notice by themselves that nothing comes any more. */
  function giveUp(live: Live, centreAfter: number, homeAfter: number): void {
    timeline.after(centreAfter, () => end(live, 'centre'));
    timeline.after(homeAfter, () => end(live, 'home'));
  }

  const leave: Record<LineState, (live: Live) => void> = {
    open: () => {},
    down(live) {
      live.survivors = Math.floor(random() * (live.underWay + 1));
      live.lateness = random() < 0.5 ? 0 : random() * LATEST_MS;
      giveUp(live, random() * GIVES_UP_MS, 0);
    },
    silent(live) {
      live.lost = true;
      giveUp(live, GIVES_UP_MS, GIVES_UP_MS * (1 + random()));
    },
    stalled(live) {
      timeline.after(GIVES_UP_MS, () => {
        if (state !== 'stalled') return;
        live.lost = true;
        giveUp(live, 0, random() * GIVES_UP_MS);
      });
    },
  };

  return {
    get state() {
      return state;
    },
    dial(home) {
      const live: Live = {
        listener: { home, centre: null },
        closed: { home: false, centre: false },
        lastDue: { home: 0, centre: 0 },
        ...{ lost: state === 'silent', survivors: null, lateness: 0, underWay: 0 },
      };
      streams.add(live);
      const stream: Stream = {
        send(from, text) {
          if (live.closed[from] || live.lost || live.survivors !== null) return;
          const to = from === 'home' ? 'centre' : 'home';
          const arrive = () => {
            if (!live.closed[to]) live.listener[to]?.message(text);
          };
          carry(live, to, text.length, arrive);
          if (to === 'centre' && repeats > 0 && isSocketPacket(text)) {
            repeats -= 1;
            carry(live, to, text.length, arrive);
          }
        },
        close(from) {
          if (live.closed[from]) return;
          live.closed[from] = true;
          const to = from === 'home' ? 'centre' : 'home';
          if (!live.lost && live.survivors === null) carry(live, to, 0, () => end(live, to));
          if (live.closed[to]) streams.delete(live);
        },
      };
      if (state === 'down') timeline.after(latency(), () => end(live, 'home'));
      else if (state === 'silent') timeline.after(DIAL_MS, () => end(live, 'home'));
      else {
        carry(live, 'centre', 0, () => {
          live.listener.centre = centre.accept(stream);
          if (live.listener.centre) return;
          live.closed.centre = true;
          carry(live, 'home', 0, () => end(live, 'home'));
        });
      }
      return stream;
    },
    set(next) {
      if (next === state) return;
      state = next;
      const waiting = held;
      held = [];
      for (const live of [...streams]) leave[next](live);
      // At once and in order, so that nothing sent later overtakes it.
      for (const task of waiting) timeline.after(0, task);
    },
    throttle(rate) {
      bytesPerSecond = rate;
    },
    repeatNext(count) {
      repeats += count;
    },
    sleep() {
      asleep = true;
      const asleepSince = timeline.now;
      timeline.after(GIVES_UP_MS, () => {
        if (!asleep || timeline.now - asleepSince < GIVES_UP_MS) return;
        for (const live of [...streams]) {
          live.lost = true;
          giveUp(live, 0, 0);
        }
      });
    },
    wake() {
      asleep = false;
      for (const task of unheard.splice(0)) timeline.after(0, task);
    },
    centreDied() {
      for (const live of [...streams]) {
        live.closed.centre = true;
        live.listener.centre = null;
        if (live.survivors === null && !live.lost) carry(live, 'home', 0, () => end(live, 'home'));
      }
    },
  };
}
