import { useState } from 'react';
import { rawPaths } from '../../../shared/contract/http.ts';
import { isStill } from '../../../shared/domain/still.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import { useProtectedMedia } from '../connection/use-protected-media.ts';
import dense from '../dense.module.css';
import { clockText, spanText } from '../time-text.ts';
import styles from './Player.module.css';
import { playbackWords } from './playback-words.ts';
import { Still } from './Still.tsx';
import { nextRecorded, previousRecorded, type Stretch } from './timeline.ts';

interface PlayerProps {
  stretches: readonly Stretch[];
  /** The stretch to play; null: nothing chosen yet. */
  index: number | null;
  onPlay: (segmentId: string) => void;
}

/** Plays segment after segment; each plays alone, so a broken one is passed over and not the end. */
export function Player({ stretches, index, onPlay }: PlayerProps) {
  const words = useWords(playbackWords);
  const { language } = useLanguage();
  /** What a person must know of the way here: what was missing or broken before this segment. */
  const [note, setNote] = useState<{ at: number; text: string } | null>(null);
  const stretch = index === null ? undefined : stretches[index];
  const segment = stretch?.kind === 'recorded' ? stretch.segment : null;
  const next = index === null ? null : nextRecorded(stretches, index);
  const previous = index === null ? null : previousRecorded(stretches, index);
  const { url, failure } = useProtectedMedia(segment ? rawPaths.segmentContent + encodeURIComponent(segment.id) : null);

  const play = (at: number, text: string | null): void => {
    const chosen = stretches[at];
    if (chosen?.kind !== 'recorded') return;
    setNote(text === null ? null : { at, text });
    onPlay(chosen.segment.id);
  };
  const goOn = (broken: boolean): void => {
    if (!next) {
      if (index !== null) setNote({ at: index, text: broken ? words.failed : words.ended });
      return;
    }
    const skipped = next.missingMs > 0 ? words.skipped(spanText(next.missingMs, language)) : null;
    play(next.index, broken ? words.broken : skipped);
  };

  if (!segment) return <p className={styles.note}>{words.choose}</p>;
  return (
    <section className={styles.player} aria-label={words.player}>
      {!url && (
        <p className={styles.blank} role="status">
          {failure ? `${words.failed}。${reasonText(failure, language)}` : words.loading}
        </p>
      )}
      {url && isStill(segment) && (
        <Still
          key={segment.id}
          url={url}
          label={words.still(clockText(segment.startedAt))}
          className={styles.still}
          segmentId={segment.id}
          onEnded={() => goOn(false)}
        />
      )}
      {url && !isStill(segment) && (
        // biome-ignore lint/a11y/useMediaCaption: a recording of a room has no captions
        <video
          key={segment.id}
          className={styles.video}
          src={url}
          controls
          autoPlay
          playsInline
          data-testid="playback"
          data-segment={segment.id}
          onEnded={() => goOn(false)}
          onError={(event) => {
            console.error(`segment ${segment.id} cannot be played`, event.currentTarget.error?.message);
            goOn(true);
          }}
        />
      )}
      <div className={styles.bar}>
        <Button
          className={dense.button}
          disabled={previous === null}
          onClick={() => previous !== null && play(previous, null)}
        >
          {words.previous}
        </Button>
        <Button className={dense.button} disabled={!next} onClick={() => goOn(false)}>
          {words.next}
        </Button>
        <p className={styles.note} role="status">
          <span className="tabular">{words.playing(clockText(segment.startedAt))}</span>
          {note?.at === index && <strong className={styles.skipped}> · {note?.text}</strong>}
        </p>
      </div>
    </section>
  );
}
