import type { Segment } from '../../../shared/contract/views.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { defineWords } from '../../ui/words.ts';
import dense from '../dense.module.css';
import { clockText } from '../time-text.ts';
import { arrivedUntil } from './arrived-until.ts';
import styles from './NotArrived.module.css';

const arrivalWords = defineWords(
  {
    until: (asked: string, until: string) => `录像还没有传到 ${asked}，目前到 ${until}。`,
    none: (asked: string) => `还没有收到录像，看不到 ${asked} 的画面。`,
    next: '录像每 10 秒上传一段；考生断网时，恢复后补传。请稍后再读。',
    again: '重新读取',
  },
  {
    until: (asked, until) => `The recordings have not arrived up to ${asked} yet; they reach ${until}.`,
    none: (asked) => `No recording has arrived yet, so ${asked} cannot be seen.`,
    next: 'They come in pieces of 10 seconds, after an outage once the network is back. Load them again in a moment.',
    again: 'Load again',
  },
);

interface NotArrivedProps {
  /** The moment to look at; null: no particular one. */
  at: number | null;
  segments: readonly Segment[];
  onAgain: () => void;
}

/** Says that the moment somebody came to see is not there yet. */
export function NotArrived({ at, segments, onAgain }: NotArrivedProps) {
  const words = useWords(arrivalWords);
  const until = arrivedUntil(segments);
  if (at === null || (until !== null && until > at)) return null;
  return (
    <div className={styles.notice}>
      <Notice
        announce="status"
        title={until === null ? words.none(clockText(at)) : words.until(clockText(at), clockText(until))}
        actions={
          <Button className={dense.button} onClick={onAgain}>
            {words.again}
          </Button>
        }
      >
        <p>{words.next}</p>
      </Notice>
    </div>
  );
}
