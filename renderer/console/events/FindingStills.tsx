import { useState } from 'react';
import { rawPaths } from '../../../shared/contract/http.ts';
import type { AttemptEvent } from '../../../shared/contract/views.ts';
import { useWords } from '../../ui/language.tsx';
import { defineWords } from '../../ui/words.ts';
import { clockText } from '../time-text.ts';
import eventStyles from './EventTable.module.css';
import { PicturesDialog } from './PicturesDialog.tsx';

const stillWords = defineWords(
  {
    look: '看当时画面',
    lookPeak: '看最明显时的画面',
    title: (clock: string) => `${clock} 的画面`,
    camera: { front: '电脑摄像头', rear: '手机（最近的一张）' },
    failed: '画面尚未传到，或无法读取。请稍后再看，也可以回看录像。',
    close: '关闭',
  },
  {
    look: 'See the picture',
    lookPeak: 'See it at its clearest',
    title: (clock) => `The picture at ${clock}`,
    camera: { front: 'Computer camera', rear: 'Phone (the latest one)' },
    failed: 'The picture has not arrived yet, or cannot be read. Look again later, or play the recording.',
    close: 'Close',
  },
);

/** What each camera showed when a violation was noted, and, with its end, when it was seen surest (VIO-2). Fetched only when somebody looks. */
export function FindingStills({ event }: { event: AttemptEvent }) {
  const words = useWords(stillWords);
  const [open, setOpen] = useState(false);
  const { still, stillAt, rearStill, again } = event.detail;
  if (typeof still !== 'string') return null;
  const pictureOf = (id: string, label: string) => ({ path: rawPaths.segmentContent + encodeURIComponent(id), label });
  const front = pictureOf(still, words.camera.front);
  const pictures = typeof rearStill === 'string' ? [front, pictureOf(rearStill, words.camera.rear)] : [front];
  // First the one that the finding is about.
  if (event.detail.camera === 'rear') pictures.reverse();
  return (
    <>
      {' '}
      <button type="button" className={eventStyles.link} onClick={() => setOpen(true)}>
        {again === true ? words.lookPeak : words.look}
      </button>
      {open && (
        <PicturesDialog
          title={words.title(clockText(typeof stillAt === 'number' ? stillAt : event.at))}
          pictures={pictures}
          failed={words.failed}
          close={words.close}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
