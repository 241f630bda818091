import type { phoneSocket, RequestBody } from '../../shared/contract/socket.ts';
import type { AttemptEvent } from '../../shared/contract/views.ts';
import type { PhoneEnd } from '../../shared/domain/pairing.ts';
import {
  type HeardPhone,
  isPhoneTrouble,
  PHONE_FROZEN_MS,
  PHONE_SILENCE_MS,
  type PhoneCause,
  type PhoneTrouble,
  phoneBatteryLow,
  phoneLoss,
} from '../../shared/domain/phone-watch.ts';
import type { Clock } from '../../shared/support/clock.ts';
import type { Queries, Storage } from '../sql/storage.ts';
import type { AttemptViews } from './attempt-views.ts';
import type { CameraLedgers } from './camera-ledgers.ts';
import type { Events } from './events.ts';
import type { LiveViews } from './live-views.ts';
import { createMovingSpans } from './moving-spans.ts';
import type { Log, Processes, SharedMemory } from './ports.ts';
import { createTurns } from './turns.ts';

type Heartbeat = RequestBody<typeof phoneSocket, 'heartbeat'>;

export interface PhonePresence {
  /**
   * `address`: where its line comes from, to tell a change of network. Returns the line's number: whoever has an earlier one is not
   * connected any more.
   */
  came(attemptId: string, address: string): Promise<number>;
  /** Its line to this process is over; nothing more happens when it has a later one, at whichever process. */
  went(attemptId: string): Promise<void>;
  heartbeat(attemptId: string, heartbeat: Heartbeat): Promise<void>;
  /** The phone was ended by the server: it is gone, not lost. */
  ended(attemptId: string, why: PhoneEnd): Promise<void>;
  /** Looks for phones that are connected and yet silent or frozen. Called several times a second. */
  check(): Promise<void>;
  /** The process at which this phone's line ended has died. */
  died(attemptId: string, process: string): Promise<void>;
}

interface Watched extends HeardPhone {
  /** The number of its line; null until the database has given it one. */
  line: Promise<number> | null;
  frames: number;
  address: string;
  /** The line before this one came from elsewhere. */
  moved: boolean;
  /** When it was last seen well; null while that has not been. */
  wellAt: number | null;
  /** What it says was the matter, once it is well again. */
  was: PhoneTrouble | null;
  /** It has shown a picture on this line, or said why it does not: before that there is nothing to tell. */
  spoken: boolean;
  /** As it was last told, to ask the database only when something changed. */
  told: string | null;
}

interface Parts {
  processes: Pick<Processes, 'name'>;
  memory: SharedMemory;
  log: Log;
  store: Storage;
  clock: Clock;
  events: Events;
  live: LiveViews;
  views: AttemptViews;
  ledgers: CameraLedgers;
}

const stateOf = (phone: HeardPhone, now: number): string =>
  phoneLoss(phone, now) ?? (phoneBatteryLow(phone) ? 'live, battery_low' : 'live');

/** From where a phone came is of interest for as long as an exam day. */
const ADDRESS_MS = 12 * 60 * 60_000;

/**
 * Watches the second camera (CAM-2): a phone counts as live while it is connected, heard, in the foreground and its frames
 * advance; a track can say `live` and be dead, so the frames decide. An absence begins when the phone was last seen well.
 */
export function createPhonePresence(parts: Parts): PhonePresence {
  const { processes, memory, log, store, clock, events, live, views, ledgers } = parts;
  const watched = new Map<string, Watched>();
  const turns = createTurns();
  const moving = createMovingSpans(PHONE_SILENCE_MS, (attemptId, { from, until }) =>
    ledgers.learn({ attemptId, camera: 'rear', fact: { kind: 'live', from, durationMs: until - from } }),
  );

  const lose = async (all: Queries, attemptId: string, cause: PhoneCause, since: number): Promise<AttemptEvent[]> => {
    const attempt = await all.findAttempt(attemptId);
    if (attempt.phone === 'lost') {
      // The first cause is the story; what the phone says itself is what has to be mended now.
      if (isPhoneTrouble(cause)) await all.updateAttempt(attemptId, { phone_cause: cause });
      return [];
    }
    await all.updateAttempt(attemptId, { phone: 'lost', phone_lost_since: since, phone_cause: cause });
    await ledgers.append(all, attemptId, 'rear', { kind: 'went', at: since, cause });
    return [await events.record(all, attemptId, 'phone_lost', { cause })];
  };

  const serve = async (all: Queries, attemptId: string, phone: Watched): Promise<AttemptEvent[]> => {
    const attempt = await all.findAttempt(attemptId);
    const low = phoneBatteryLow(phone);
    const told: AttemptEvent[] = [];
    const now = clock.now();
    const { phone: before, phone_cause: cause, phone_lost_since: since } = attempt;
    const news = { phone: 'live', phone_lost_since: null, phone_cause: low ? ('battery_low' as const) : null } as const;
    await all.updateAttempt(attemptId, news);
    if (before !== 'live') await ledgers.append(all, attemptId, 'rear', { kind: 'came', at: now });
    if (before === 'lost') {
      const line = phone.moved && (cause === 'silent' || cause === 'disconnected') ? 'network_changed' : cause;
      const detail = { lostMs: now - (since ?? now), cause: phone.was ?? line ?? 'disconnected' };
      told.push(await events.record(all, attemptId, 'phone_back', detail));
    }
    if (low && cause !== 'battery_low') {
      const percent = Math.round((phone.battery ?? 0) * 100);
      told.push(await events.record(all, attemptId, 'phone_battery_low', { percent }));
    }
    return told;
  };

  /** Whoever heard a phone that was live died, or hangs. */
  const loseSight = async (all: Queries, attemptId: string, cause: string): Promise<AttemptEvent[]> => {
    const since = await ledgers.lostSight(all, attemptId, 'rear', cause);
    await all.updateAttempt(attemptId, { phone: 'lost', phone_lost_since: since, phone_cause: 'disconnected' });
    return [await events.record(all, attemptId, 'phone_lost', { cause: 'disconnected' })];
  };

  const addressKey = (attemptId: string) => `address of phone ${attemptId}`;
  /** Whether the line before came from elsewhere; a memory that cannot be asked does not know. */
  const hasMoved = async (attemptId: string, address: string): Promise<boolean> => {
    try {
      const before = await memory.get(addressKey(attemptId));
      await memory.put(addressKey(attemptId), address, ADDRESS_MS);
      return before !== null && before !== address;
    } catch (cause) {
      log.warn({ err: cause, attemptId }, 'where a phone came from before is not known');
      return false;
    }
  };
  const takeLine = async (attemptId: string, phone: Watched): Promise<number> => {
    phone.moved = await hasMoved(attemptId, phone.address);
    const { line, told } = await store.transactionAbout({ attemptId }, async (all) => {
      const { phone: state, rear_line, rear_process } = await all.findAttempt(attemptId);
      // Another line although the one before never broke, as far as anybody knows.
      const hangs = rear_process !== null && state === 'live';
      const lost = hangs ? await loseSight(all, attemptId, 'disconnected') : [];
      await all.updateAttempt(attemptId, { rear_line: rear_line + 1, rear_process: processes.name });
      return { line: rear_line + 1, told: lost };
    });
    events.announce(told);
    if (told.length > 0) await views.changed(attemptId);
    return line;
  };
  /** Asked for once, and again only after a failure. */
  const lineOf = (attemptId: string, phone: Watched): Promise<number> => {
    phone.line ??= takeLine(attemptId, phone);
    phone.line.catch(() => {
      phone.line = null;
    });
    return phone.line;
  };

  const forgetLine = (attemptId: string, line: number) =>
    live
      .publisherWent(attemptId, 'rear', line)
      .catch((cause) => log.error({ err: cause, attemptId }, 'walls were not told that a rear camera went'));

  const judge = (attemptId: string): Promise<void> =>
    turns.run(attemptId, async () => {
      const phone = watched.get(attemptId);
      if (!phone?.spoken) return;
      const line = await lineOf(attemptId, phone);
      const now = clock.now();
      const loss = phoneLoss(phone, now);
      const state = stateOf(phone, now);
      if (state === phone.told) return;
      const since = phone.wellAt ?? now;
      const told = await store.transactionAbout({ attemptId }, async (all) => {
        // It is another process's by now.
        if ((await all.findAttempt(attemptId)).rear_line !== line) return null;
        return loss === null ? serve(all, attemptId, phone) : lose(all, attemptId, loss, since);
      });
      if (told === null) {
        if (watched.get(attemptId) === phone) watched.delete(attemptId);
        return;
      }
      phone.told = state;
      events.announce(told);
      await views.changed(attemptId);
    });

  return {
    async came(attemptId, address) {
      const earlier = watched.get(attemptId);
      // Another line although the one before never broke: it was away since it was last heard.
      if (earlier?.connected) {
        earlier.connected = false;
        await moving.stopped(attemptId);
        await judge(attemptId);
      }
      const now = clock.now();
      const phone: Watched = {
        ...{ line: null, connected: true, heardAt: now, framesAt: now, frames: 0 },
        ...{ trouble: null, was: null, battery: null, charging: null },
        ...{ address, moved: false, wellAt: null, spoken: false, told: null },
      };
      watched.set(attemptId, phone);
      const line = await lineOf(attemptId, phone);
      await live
        .publisherCame(attemptId, 'rear', line)
        .catch((cause) => log.error({ err: cause, attemptId }, 'a rear camera cannot be watched'));
      return line;
    },
    async went(attemptId) {
      const phone = watched.get(attemptId);
      if (!phone) return;
      phone.connected = false;
      const line = await lineOf(attemptId, phone);
      await forgetLine(attemptId, line);
      await moving.stopped(attemptId);
      await judge(attemptId);
      await store.releaseRearLine(attemptId, line);
    },
    async heartbeat(attemptId, { frames, trouble, was, battery, charging }) {
      const phone = watched.get(attemptId);
      if (!phone?.connected) return;
      const now = clock.now();
      // A page that was loaded again counts from the start, so any change is an advance.
      const advanced = frames !== phone.frames;
      Object.assign(phone, { heardAt: now, frames, trouble, battery, charging, was: was ?? phone.was });
      if (advanced) phone.framesAt = now;
      phone.spoken ||= advanced || trouble !== null || now - phone.framesAt >= PHONE_FROZEN_MS;
      const well = advanced && trouble === null;
      await (well ? moving.moved(attemptId, now) : moving.stopped(attemptId));
      await judge(attemptId);
      if (!well) return;
      phone.wellAt = now;
      phone.was = null;
    },
    async ended(attemptId, why) {
      const phone = watched.get(attemptId);
      watched.delete(attemptId);
      if (phone) {
        const line = await lineOf(attemptId, phone);
        await store.releaseRearLine(attemptId, line);
        await forgetLine(attemptId, line);
        await memory.removeIf(addressKey(attemptId), phone.address).catch(() => false);
      }
      await moving.stopped(attemptId);
      await store.transactionAbout({ attemptId }, async (all) => {
        await all.updateAttempt(attemptId, { phone: 'none', phone_lost_since: null, phone_cause: null });
        await ledgers.append(all, attemptId, 'rear', { kind: 'went', at: clock.now(), cause: why });
      });
      await views.changed(attemptId);
    },
    async check() {
      const now = clock.now();
      // Of nearly all there is nothing to say, four times a second.
      for (const [attemptId, phone] of watched) if (stateOf(phone, now) !== phone.told) await judge(attemptId);
    },
    async died(attemptId, process) {
      const lost = await store.transactionAbout({ attemptId }, async (all) => {
        const { phone, rear_line, rear_process } = await all.findAttempt(attemptId);
        if (rear_process !== process) return null;
        await all.updateAttempt(attemptId, { rear_process: null });
        return { line: rear_line, told: phone === 'live' ? await loseSight(all, attemptId, 'centre_down') : [] };
      });
      if (!lost) return;
      events.announce(lost.told);
      await live.publisherWent(attemptId, 'rear', lost.line);
      await views.changed(attemptId);
    },
  };
}
