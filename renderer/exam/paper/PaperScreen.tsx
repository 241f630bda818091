import { useEffect, useRef } from 'react';
import { type Item, itemsOf, type Paper } from '../../../shared/domain/paper.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import { useObservable } from '../use-observable.ts';
import { useRoom } from '../window/exam-context.ts';
import { Hall } from '../window/Hall.tsx';
import { LeaveExam } from '../window/LeaveExam.tsx';
import { PhoneTrouble } from '../window/PhoneTrouble.tsx';
import { StandingNotices } from '../window/StandingNotices.tsx';
import { PictureContext, usePictureShelf } from './content/pictures.ts';
import { ItemSheet } from './ItemSheet.tsx';
import { MergedAnswers } from './MergedAnswers.tsx';
import { ItemNavigator } from './navigator/ItemNavigator.tsx';
import { PaperHeader } from './PaperHeader.tsx';
import styles from './PaperScreen.module.css';
import { paperWords } from './paper-words.ts';
import { Stimulus } from './Stimulus.tsx';
import { StorageTrouble } from './StorageTrouble.tsx';
import { useFontSize } from './use-font-size.ts';

export function PaperScreen({ sessionId }: { sessionId: string }) {
  const words = useWords(paperWords);
  const { language } = useLanguage();
  const { desk } = useRoom();
  const { paper, fault, itemId } = useObservable(desk);
  if (!paper || paper.sessionId !== sessionId) {
    return (
      <Hall title={words.loading}>
        {fault && (
          <Notice tone="warning" announce="status" title={words.loadingFault}>
            <p>{reasonText(fault, language)}</p>
          </Notice>
        )}
      </Hall>
    );
  }
  const item = itemsOf(paper).find(({ id }) => id === itemId);
  return item ? <OpenPaper paper={paper} item={item} /> : null;
}

function OpenPaper({ paper, item }: { paper: Paper; item: Item }) {
  const words = useWords(paperWords);
  const [size, setSize] = useFontSize();
  const pictures = usePictureShelf(paper.pictures);
  const top = useRef<HTMLElement>(null);
  const stimulus = paper.stimuli.find(({ id }) => id === item.stimulusId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each item begins at its top
  useEffect(() => top.current?.scrollTo(0, 0), [item.id]);
  return (
    <PictureContext value={pictures}>
      <div className={styles.paper} data-size={size}>
        <PaperHeader paper={paper} size={size} onSize={setSize} />
        <section className={styles.notices} aria-label={words.notices}>
          <StandingNotices />
          <StorageTrouble />
          <PhoneTrouble />
        </section>
        <div className={styles.body}>
          <aside className={styles.aside}>
            <ItemNavigator paper={paper} />
            <LeaveExam />
          </aside>
          <main ref={top} className={stimulus ? styles.split : styles.single}>
            {stimulus && <Stimulus stimulus={stimulus} />}
            <ItemSheet paper={paper} item={item} />
          </main>
        </div>
        <MergedAnswers paper={paper} />
      </div>
    </PictureContext>
  );
}
