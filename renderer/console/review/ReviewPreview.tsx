import { useEffect, useState } from 'react';
import type { Camera, Segment } from '../../../shared/contract/views.ts';
import { useWords } from '../../ui/language.tsx';
import { clockText } from '../time-text.ts';
import type { CameraTrack } from './camera-track.ts';
import type { PreviewPictures } from './preview-pictures.ts';
import styles from './Review.module.css';
import { reviewWords } from './review-words.ts';

/** A pointer that passes over is not followed from segment to segment; one that rests for this long is, ms. */
const REST_MS = 60;

interface ReviewPreviewProps {
  at: number;
  /** Where on the timeline, 0 to 1. */
  share: number;
  tracks: Readonly<Record<Camera, CameraTrack>>;
  pictures: PreviewPictures;
}

/** What both cameras saw at a moment one has not gone to yet. What it shows is told by the timeline to whoever does not see it. */
export function ReviewPreview({ at, share, tracks, pictures }: ReviewPreviewProps) {
  return (
    <div
      className={styles.preview}
      style={{ insetInlineStart: `${share * 100}%`, translate: `${share * -100}%` }}
      aria-hidden="true"
      data-testid="review-preview"
    >
      <Picture segment={tracks.front.at(at)} pictures={pictures} />
      <Picture segment={tracks.rear.at(at)} pictures={pictures} />
      <span className="tabular">{clockText(at)}</span>
    </div>
  );
}

function Picture({ segment, pictures }: { segment: Segment | null; pictures: PreviewPictures }) {
  const words = useWords(reviewWords);
  const [drawn, setDrawn] = useState<{ id: string; picture: string | null } | null>(null);
  const known = segment && pictures.known(segment.id);
  useEffect(() => {
    if (!segment || known !== undefined) return;
    const abort = new AbortController();
    const rest = setTimeout(() => {
      pictures.draw(segment, abort.signal).then(
        (picture) => setDrawn({ id: segment.id, picture }),
        (cause: unknown) => {
          if (abort.signal.aborted) return;
          console.error(`no preview of segment ${segment.id}`, cause);
          setDrawn({ id: segment.id, picture: null });
        },
      );
    }, REST_MS);
    return () => {
      clearTimeout(rest);
      abort.abort();
    };
  }, [segment, known, pictures]);
  const own = drawn?.id === segment?.id ? drawn : null;
  const picture = known ?? own?.picture;
  if (picture) return <img src={picture} alt="" />;
  return <span className={styles.noPreview}>{!segment || own ? words.nothing : words.fetching}</span>;
}
