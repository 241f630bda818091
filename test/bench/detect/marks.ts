/** What a clip is known to show, and what was noted of it; seconds from the clip's beginning. */
export interface WatchedClip {
  seconds: number;
  intervals: readonly { kind: string; from: number; to: number }[];
  noted: readonly { kind: string; since: number; at: number }[];
}

export interface KindMarks {
  kind: string;
  intervals: number;
  found: number;
  noted: number;
  right: number;
  /** From the beginning of each found interval to when it was noted. */
  delays: number[];
}

/** A person labels to the second, and models need a moment to notice an end. */
const TOLERANCE = 3;

const meet = (noted: WatchedClip['noted'][number], interval: WatchedClip['intervals'][number]): boolean =>
  noted.kind === interval.kind && noted.since <= interval.to + TOLERANCE && noted.at >= interval.from - TOLERANCE;

/** By kind: how many of what there was were found, and how many of what was noted were there. */
export function marksOf(clips: readonly WatchedClip[]): KindMarks[] {
  const kinds = new Set(clips.flatMap(({ intervals, noted }) => [...intervals, ...noted].map(({ kind }) => kind)));
  return [...kinds].sort().map((kind) => {
    const marks: KindMarks = { kind, intervals: 0, found: 0, noted: 0, right: 0, delays: [] };
    for (const clip of clips) {
      const intervals = clip.intervals.filter((each) => each.kind === kind);
      const noted = clip.noted.filter((each) => each.kind === kind);
      marks.intervals += intervals.length;
      marks.noted += noted.length;
      marks.right += noted.filter((one) => intervals.some((interval) => meet(one, interval))).length;
      for (const interval of intervals) {
        const first = noted.find((one) => meet(one, interval));
        if (!first) continue;
        marks.found += 1;
        marks.delays.push(Math.round(Math.max(0, first.at - interval.from) * 10) / 10);
      }
    }
    return marks;
  });
}

/** Noted where there is nothing to note, and the hours of it. */
export function falseAlarms(clips: readonly WatchedClip[]): { hours: number; alarms: number } {
  const quiet = clips.filter(({ intervals }) => intervals.length === 0);
  return {
    hours: quiet.reduce((sum, { seconds }) => sum + seconds, 0) / 3_600,
    alarms: quiet.reduce((sum, { noted }) => sum + noted.length, 0),
  };
}
