import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useObservable } from '../use-observable.ts';
import { useRoom } from '../window/exam-context.ts';
import styles from './RearView.module.css';
import { rearViewWords } from './rear-view-words.ts';
import { ScreenCheck } from './ScreenCheck.tsx';

/** What the phone sees, and what a computer can say about it; the rest the candidate is asked to look at. */
export function RearView() {
  const words = useWords(rearViewWords);
  const { picture, fault, judged, somebody, tilt } = useObservable(useRoom().rearView);
  if (!picture) {
    return (
      <p className={styles.waiting} role="status">
        {words.waiting}
      </p>
    );
  }
  return (
    <>
      <figure className={styles.seen}>
        <img src={picture} alt={words.seen} className={styles.picture} data-testid="rear-picture" />
        <figcaption>{words.seen}</figcaption>
      </figure>
      <div
        role="status"
        className={styles.verdict}
        data-testid="rear-verdict"
        data-fault={fault ?? (judged ? 'none' : 'looking')}
      >
        {fault ? (
          <Notice tone="warning">
            <p>{fault === 'tilted' ? words.tilted(tilt?.roll ?? 0) : words.fault[fault]}</p>
          </Notice>
        ) : (
          <p>{judged ? words.good(somebody) : words.looking}</p>
        )}
      </div>
      <p>{words.check}</p>
      <ScreenCheck />
    </>
  );
}
