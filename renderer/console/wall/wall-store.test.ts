import { describe, expect, it } from 'vitest';
import type { AttemptEvent, Examination } from '../../../shared/contract/views.ts';
import { liveSession } from '../../../shared/domain/session.fixture.ts';
import { placeAt } from './place-at.fixture.ts';
import { WallStore } from './wall-store.ts';

const examination: Examination = {
  id: 'exam',
  title: '考试',
  occupation: '育婴员',
  level: '4',
  sessions: [],
  dutyPhone: '1',
  complaintPhone: '2',
  components: [],
  betweenSessions: 'locked',
  replanned: [],
  retentionDays: 180,
  answerFile: { offerAfterMs: 600_000, bringWithinMs: 86_400_000 },
};
const event = (id: string, at: number): AttemptEvent => ({
  id,
  attemptId: 'attempt-a',
  at,
  kind: 'online',
  detail: {},
});

const joined = () => {
  const store = new WallStore();
  store.join([examination], [placeAt('a'), placeAt('b'), placeAt('c')], [event('e1', 1)]);
  return store;
};
const order = (store: WallStore) => store.wall.get()?.places.map((place) => place.candidateId);
const eventIds = (store: WallStore) => store.wall.get()?.events.map((each) => each.id);

describe('wall store', () => {
  it('places keep their order through changes and joining again', () => {
    const store = joined();
    store.changePlace(placeAt('c', { online: false }));
    store.join([examination], [placeAt('c'), placeAt('d'), placeAt('a'), placeAt('b')], []);
    expect(order(store)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('a change replaces its place only and tells the listeners', () => {
    const store = joined();
    const before = store.wall.get()?.places;
    let told = 0;
    store.wall.subscribe(() => told++);
    store.changePlace(placeAt('b', { answered: 9 }));
    const after = store.wall.get()?.places;
    expect(after?.[1]?.answered).toBe(9);
    expect(after?.[0]).toBe(before?.[0]);
    expect(told).toBe(1);
  });

  it('[TIME-5] a session that is planned anew is shown so, also when that is told while the wall is on its way', () => {
    const sessions = [liveSession('theory', 5, 9)];
    const store = joined();
    store.changeExamination({ ...examination, sessions });
    expect(store.wall.get()?.examinations).toMatchObject([{ id: 'exam', sessions }]);
    store.expect();
    store.changeExamination({ ...examination, sessions });
    store.join([examination], [], []);
    expect(store.wall.get()?.examinations).toMatchObject([{ id: 'exam', sessions }]);
  });

  it('events are listed once each, newest first, whatever is repeated or late', () => {
    const store = joined();
    store.addEvent(event('e3', 3));
    store.addEvent(event('e2', 2));
    store.join([examination], [placeAt('a')], [event('e3', 3), event('e4', 4)]);
    expect(eventIds(store)).toEqual(['e4', 'e3', 'e2', 'e1']);
  });

  it('[ASG-1] a place that the server no longer names is gone after joining again, with what happened there', () => {
    const store = joined();
    store.join([examination], [placeAt('b')], []);
    expect(order(store)).toEqual(['b']);
    expect(eventIds(store)).toEqual([]);
  });

  it('what is told while the wall is on its way is not lost under the older wall that arrives', () => {
    const store = new WallStore();
    store.expect();
    store.changePlace(placeAt('a', { identity: 'manual_pending' }));
    store.addEvent(event('e9', 9));
    store.join([examination], [placeAt('a'), placeAt('b')], [event('e1', 1)]);
    expect(store.wall.get()?.places[0]?.identity).toBe('manual_pending');
    expect(order(store)).toEqual(['a', 'b']);
    expect(eventIds(store)).toEqual(['e9', 'e1']);
  });
});
