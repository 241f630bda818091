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
import { createTurns } from './turns.ts';

type Heartbeat = RequestBody<typeof phoneSocket, 'heartbeat'>;

export interface PhonePresence {
  /** `address`: where its line comes from, to tell a change of network. */
  came(attemptId: string, address: string): Promise<void>;
  went(attemptId: string): Promise<void>;
  heartbeat(attemptId: string, heartbeat: Heartbeat): Promise<void>;
  /** The phone was ended by the server: it is gone, not lost. */
  ended(attemptId: string, why: PhoneEnd): Promise<void>;
  /** Looks for phones that are connected and yet silent or frozen. Called several times a second. */
  check(): Promise<void>;
}

interface Watched extends HeardPhone {
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
  store: Storage;
  clock: Clock;
  events: Events;
  live: LiveViews;
  views: AttemptViews;
  ledgers: CameraLedgers;
}

/**
 * Watches the second camera (CAM-2): a phone counts as live while it is connected, heard, in the foreground and its frames
 * advance; a track can say `live` and be dead, so the frames decide. An absence begins when the phone was last seen well.
 */
export function createPhonePresence({ store, clock, events, live, views, ledgers }: Parts): PhonePresence {
  const watched = new Map<string, Watched>();
  const turns = createTurns();
  const moving = createMovingSpans(PHONE_SILENCE_MS, (attemptId, { from, until }) =>
    store.transactionAbout({ attemptId }, (all) =>
      ledgers.append(all, attemptId, 'rear', { kind: 'live', from, durationMs: until - from }),
    ),
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

  const judge = (attemptId: string): Promise<void> =>
    turns.run(attemptId, async () => {
      const phone = watched.get(attemptId);
      if (!phone?.spoken) return;
      const now = clock.now();
      const loss = phoneLoss(phone, now);
      const state = loss ?? (phoneBatteryLow(phone) ? 'live, battery_low' : 'live');
      if (state === phone.told) return;
      const since = phone.wellAt ?? now;
      const told = await store.transactionAbout({ attemptId }, (all) =>
        loss === null ? serve(all, attemptId, phone) : lose(all, attemptId, loss, since),
      );
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
      watched.set(attemptId, {
        ...{ connected: true, heardAt: now, framesAt: now, frames: 0 },
        ...{ trouble: null, was: null, battery: null, charging: null },
        ...{ address, moved: earlier !== undefined && earlier.address !== address },
        ...{ wellAt: null, spoken: false, told: null },
      });
      live.publisherCame(attemptId, 'rear');
    },
    async went(attemptId) {
      const phone = watched.get(attemptId);
      if (phone) phone.connected = false;
      live.publisherWent(attemptId, 'rear');
      await moving.stopped(attemptId);
      await judge(attemptId);
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
      watched.delete(attemptId);
      live.publisherWent(attemptId, 'rear');
      await moving.stopped(attemptId);
      await store.transactionAbout({ attemptId }, async (all) => {
        await all.updateAttempt(attemptId, { phone: 'none', phone_lost_since: null, phone_cause: null });
        await ledgers.append(all, attemptId, 'rear', { kind: 'went', at: clock.now(), cause: why });
      });
      await views.changed(attemptId);
    },
    async check() {
      for (const attemptId of watched.keys()) await judge(attemptId);
    },
  };
}
