import type { AttemptEvent, Examination, WallPlace } from '../../../shared/contract/views.ts';
import { Watched } from '../watched.ts';

/** `null` until the wall was first joined. Events newest first. */
export interface Wall {
  examinations: readonly Examination[];
  places: readonly WallPlace[];
  events: readonly AttemptEvent[];
}

/** The console is open a whole day; an attempt's complete list is asked for when its candidate is opened. */
const KEPT_EVENTS = 2_000;

/** What the server last said of the room. Places never change their order, so that a proctor can aim. */
export class WallStore {
  readonly wall = new Watched<Wall | null>(null);
  /** What was told while the whole wall was on its way: it may be newer than the wall that arrives. */
  #meanwhile: (() => void)[] | null = null;

  /** The whole wall is being asked for. */
  expect(): void {
    this.#meanwhile = [];
  }

  /** After every connection: the server's truth, in the order the places already have. */
  join(examinations: readonly Examination[], places: readonly WallPlace[], events: readonly AttemptEvent[]): void {
    const known = this.wall.get();
    const theirs = new Set(places.map(({ attemptId }) => attemptId));
    this.wall.set({
      examinations,
      places: known ? keepOrder(known.places, places) : places,
      events: mergeEvents(known?.events ?? [], events).filter(({ attemptId }) => theirs.has(attemptId)),
    });
    const meanwhile = this.#meanwhile ?? [];
    this.#meanwhile = null;
    for (const change of meanwhile) change();
  }

  changeExamination(changed: Examination): void {
    this.#meanwhile?.push(() => this.changeExamination(changed));
    const wall = this.wall.get();
    if (!wall) return;
    const examinations = wall.examinations.map((each) => (each.id === changed.id ? changed : each));
    this.wall.set({ ...wall, examinations });
  }

  changePlace(changed: WallPlace): void {
    this.#meanwhile?.push(() => this.changePlace(changed));
    const wall = this.wall.get();
    if (!wall) return;
    const there = wall.places.some((place) => place.candidateId === changed.candidateId);
    const places = there
      ? wall.places.map((place) => (place.candidateId === changed.candidateId ? changed : place))
      : [...wall.places, changed];
    this.wall.set({ ...wall, places });
  }

  addEvent(event: AttemptEvent): void {
    this.#meanwhile?.push(() => this.addEvent(event));
    const wall = this.wall.get();
    if (wall) this.wall.set({ ...wall, events: mergeEvents(wall.events, [event]) });
  }

  /** Forgets the room at sign-out: the next person at this console starts with nothing. */
  clear(): void {
    this.wall.set(null);
  }
}

function keepOrder(known: readonly WallPlace[], told: readonly WallPlace[]): WallPlace[] {
  const rest = new Map(told.map((place) => [place.candidateId, place]));
  const kept = known.flatMap(({ candidateId }) => {
    const place = rest.get(candidateId);
    rest.delete(candidateId);
    return place ? [place] : [];
  });
  return [...kept, ...rest.values()];
}

/** One list without repeats, newest first. */
function mergeEvents(known: readonly AttemptEvent[], told: readonly AttemptEvent[]): AttemptEvent[] {
  const byId = new Map([...known, ...told].map((event) => [event.id, event]));
  return [...byId.values()].sort((left, right) => right.at - left.at).slice(0, KEPT_EVENTS);
}
