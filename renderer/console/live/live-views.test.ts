import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Fault } from '../../../shared/support/fault.ts';
import { placeAt } from '../wall/place-at.fixture.ts';
import type { ViewerEvents } from './live-camera.ts';
import { LiveViews, MOST_PEERS } from './live-views.ts';

const stream = {} as MediaStream;

/** The peer connection is driven by hand here; the real one is exercised in test/e2e/console.test.ts. */
function room() {
  const asked: string[] = [];
  const viewers: { viewId: string; events: ViewerEvents; destroyed: boolean; signals: unknown[] }[] = [];
  let refusal: Fault | null = null;
  let ids = 0;
  const answer = (text: string) => {
    asked.push(text);
    return refusal ? Promise.reject(refusal) : Promise.resolve({});
  };
  const views = new LiveViews({
    newId: () => `view-${++ids}`,
    random: () => 1,
    clock: { now: () => 7_000 },
    createViewer: (viewId, events) => {
      const made = { viewId, events, destroyed: false, signals: [] as unknown[] };
      viewers.push(made);
      events.onState('connecting');
      return {
        peerId: () => (made.destroyed ? null : `peer of ${viewId}`),
        signal: (data) => made.signals.push(data),
        stats: () => Promise.resolve({ framesDecoded: 0, width: 0, height: 0, kbps: 0 }),
        close: () => {
          made.destroyed = true;
        },
      };
    },
    request: {
      open: ({ viewId, camera, peerId }) => answer(`open ${viewId} ${camera}${peerId ? ` keeping ${peerId}` : ''}`),
      quality: ({ viewId, grade, sound }) => answer(`quality ${viewId} ${grade} ${sound}`),
      signal: ({ viewId }) => answer(`signal ${viewId}`),
    },
  });
  return { views, asked, viewers, refuse: (fault: Fault | null) => (refusal = fault) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('live views', () => {
  it('opens what may be there after joining, and only that', () => {
    const { views, asked } = room();
    views.openAll([
      placeAt('a'),
      placeAt('b', { phone: 'lost', online: false }),
      placeAt('d', { phone: 'none' }),
      placeAt('c', { attemptId: null }),
    ]);
    expect(asked).toEqual(['open view-1 front', 'open view-2 rear', 'open view-4 rear', 'open view-5 front']);
  });

  it('a failure destroys the viewer and opens the same view again after a pause', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { views, asked, viewers } = room();
    views.changed('a', 'front', true);
    views.camera('a', 'front').show(true);
    viewers[0]?.events.onStream(stream);
    viewers[0]?.events.onState('live');
    expect(views.camera('a', 'front').view.get()).toEqual({ phase: 'live', stream });
    viewers[0]?.events.onState('failed');
    expect(viewers[0]?.destroyed).toBe(true);
    expect(views.camera('a', 'front').view.get()).toEqual({ phase: 'retrying', stream: null });
    await vi.advanceTimersByTimeAsync(500);
    expect(asked).toEqual(['open view-1 front', 'open view-1 front']);
    expect(viewers).toHaveLength(2);
  });

  it('a view without a first frame in time is a failure, and pauses grow', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { views, asked } = room();
    views.changed('a', 'front', true);
    await vi.advanceTimersByTimeAsync(30_000 + 500);
    expect(asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(30_000 + 999);
    expect(asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toHaveLength(3);
  });

  it('a camera that is not connected waits for word of it instead of asking on', async () => {
    const { views, asked, refuse } = room();
    refuse(new Fault('not_found'));
    views.changed('a', 'rear', true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual(['open view-1 rear']);
    expect(views.camera('a', 'rear').view.get().phase).toBe('absent');
    refuse(null);
    views.changed('a', 'rear', true);
    expect(asked).toEqual(['open view-1 rear', 'open view-1 rear']);
  });

  it('signals reach the viewer of their view; a destroyed viewer sends none', () => {
    const { views, viewers, asked } = room();
    views.changed('a', 'front', true);
    views.changed('a', 'rear', true);
    views.signal('view-2', 'offer');
    expect(viewers.map((viewer) => viewer.signals)).toEqual([[], ['offer']]);
    views.changed('a', 'rear', false);
    viewers[1]?.events.send('late');
    expect(asked.filter((text) => text.startsWith('signal'))).toEqual([]);
  });

  it('a picture that arrives while the line to the centre is down goes on, and its peer is kept when the line is back', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { views, asked, viewers } = room();
    views.changed('a', 'front', true);
    viewers[0]?.events.onStream(stream);
    viewers[0]?.events.onState('live');
    views.changed('a', 'front', false);
    expect(views.camera('a', 'front').view.get().phase).toBe('live');
    views.changed('a', 'front', true);
    expect(asked.filter((text) => text.startsWith('open'))).toEqual([
      'open view-1 front',
      'open view-1 front keeping peer of view-1',
    ]);
    expect(viewers).toHaveLength(1);
    views.changed('a', 'front', false);
    viewers[0]?.events.onState('failed');
    expect(views.camera('a', 'front').view.get().phase).toBe('absent');
  });

  it('the raised picture and its sound are asked for again after a failure', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { views, asked, viewers } = room();
    views.changed('a', 'front', true);
    viewers[0]?.events.onStream(stream);
    views.raise('a', { sound: true });
    viewers[0]?.events.onState('failed');
    await vi.advanceTimersByTimeAsync(500);
    viewers[1]?.events.onStream(stream);
    expect(asked.filter((text) => text.startsWith('quality'))).toEqual([
      'quality view-1 away false',
      'quality view-1 raised true',
      'quality view-1 raised true',
    ]);
  });

  it('a picture that nobody can see is slowed down, not one that is scrolled past, and comes back at once', async () => {
    const { views, asked, viewers } = room();
    const qualities = () => asked.filter((text) => text.startsWith('quality')).map((text) => text.split(' ')[2]);
    views.changed('a', 'front', true);
    const camera = views.camera('a', 'front');
    camera.show(true);
    viewers[0]?.events.onStream(stream);
    expect(qualities()).toEqual([]);
    camera.show(false);
    await vi.advanceTimersByTimeAsync(500);
    camera.show(true);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(qualities()).toEqual([]);
    camera.show(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(qualities()).toEqual(['away']);
    camera.show(true);
    expect(qualities()).toEqual(['away', 'wall']);
    camera.show(false);
    views.raise('a', { sound: false });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(qualities()).toEqual(['away', 'wall', 'raised']);
    views.raise('a', null);
    expect(qualities()).toEqual(['away', 'wall', 'raised', 'away']);
  });

  it('a picture that stands still is told with its time, and no longer once it moves or ends', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { views, viewers } = room();
    views.changed('a', 'front', true);
    views.changed('a', 'rear', true);
    for (const viewer of viewers) viewer.events.onState('frozen');
    expect([...views.frozen.get()]).toEqual([
      ['a/front', 7_000],
      ['a/rear', 7_000],
    ]);
    viewers[0]?.events.onState('live');
    viewers[1]?.events.onState('failed');
    expect(views.frozen.get().size).toBe(0);
  });

  it('never has more peers than stated, however large the room: what is looked at has one, the rest its stills', async () => {
    const { views, viewers } = room();
    const PAGE = 50;
    const places = Array.from({ length: MOST_PEERS }, (_, index) => placeAt(String(index)));
    const show = (page: number, on: boolean): void => {
      for (const { attemptId } of places.slice(page * PAGE, (page + 1) * PAGE)) {
        for (const camera of ['front', 'rear'] as const) views.camera(attemptId ?? '', camera).show(on);
      }
    };
    const alive = () => viewers.filter(({ destroyed }) => !destroyed).length;
    const phases = (page: number) =>
      places
        .slice(page * PAGE, (page + 1) * PAGE)
        .flatMap(({ attemptId }) =>
          (['front', 'rear'] as const).map((camera) => views.camera(attemptId ?? '', camera).view.get().phase),
        );
    views.openAll(places);
    expect(alive()).toBe(MOST_PEERS);
    expect(phases(3)).toContain('over');
    let most = 0;
    for (let page = 0; page < places.length / PAGE - 1; page += 1) {
      if (page > 0) show(page - 1, false);
      show(page, true);
      views.raise(places.at(-1)?.attemptId ?? '', { sound: true });
      most = Math.max(most, alive());
      expect(phases(page)).not.toContain('over');
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(most).toBe(MOST_PEERS);
    expect(views.camera(places.at(-1)?.attemptId ?? '', 'front').view.get().phase).toBe('opening');
    // Whoever comes to a full page that nobody looks at waits; a camera that goes leaves its place.
    views.changed('late', 'rear', true);
    expect(views.camera('late', 'rear').view.get().phase).toBe('over');
    views.changed(places.at(-1)?.attemptId ?? '', 'rear', false);
    views.changed('late', 'rear', true);
    expect(views.camera('late', 'rear').view.get().phase).toBe('opening');
    expect(alive()).toBe(MOST_PEERS);
  });
});
