import { useMemo, useState } from 'react';
import type { Camera } from '../../../shared/contract/views.ts';
import { classNames } from '../../ui/class-names.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Loading } from '../candidate/Loading.tsx';
import { useAttemptData } from '../candidate/use-attempt-data.ts';
import { spanText } from '../time-text.ts';
import styles from './PlaybackSection.module.css';
import { Player } from './Player.tsx';
import { playbackWords } from './playback-words.ts';
import { SegmentList } from './SegmentList.tsx';
import { timelineOf, timelineTotals } from './timeline.ts';

/** The server sends no word of a new segment; while this is open it is asked. */
const ASK_EVERY_MS = 5_000;

/** The stored recording of one attempt, a camera at a time, with what is missing. */
export function PlaybackSection({ attemptId, freshness }: { attemptId: string; freshness: string }) {
  const words = useWords(playbackWords);
  const { language } = useLanguage();
  const [camera, setCamera] = useState<Camera>('front');
  const [segmentId, setSegmentId] = useState<string | null>(null);
  const segments = useAttemptData('segments', attemptId, freshness, ASK_EVERY_MS);
  const events = useAttemptData('attemptEvents', attemptId, freshness);
  const stretches = useMemo(
    () => timelineOf(camera, segments.value?.segments ?? [], events.value?.events ?? []),
    [camera, segments.value, events.value],
  );
  const index = stretches.findIndex((stretch) => stretch.kind === 'recorded' && stretch.segment.id === segmentId);
  const { recordedMs, missingMs } = timelineTotals(stretches);
  return (
    <>
      <fieldset className={styles.bar} aria-label={words.cameras}>
        {(['front', 'rear'] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === camera}
            className={classNames(styles.choice, each === camera && styles.chosen)}
            onClick={() => {
              setCamera(each);
              setSegmentId(null);
            }}
          >
            {words.camera[each]}
          </button>
        ))}
        <span
          className={classNames(styles.totals, 'tabular')}
          data-testid="playback-totals"
          data-recorded-ms={recordedMs}
        >
          {stretches.length > 0 &&
            words.totals(spanText(recordedMs, language), missingMs > 0 ? spanText(missingMs, language) : null)}
        </span>
      </fieldset>
      <Loading data={segments} />
      {segments.value && stretches.length === 0 && <p className={styles.note}>{words.empty}</p>}
      {stretches.length > 0 && (
        <>
          <Player stretches={stretches} index={index === -1 ? null : index} onPlay={setSegmentId} />
          <SegmentList stretches={stretches} playing={index === -1 ? null : index} onPlay={setSegmentId} />
        </>
      )}
    </>
  );
}
