import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Paper } from '../../../shared/domain/paper.ts';
import { PictureContext, usePictureShelf } from '../../ui/content/pictures.ts';
import { useWords } from '../../ui/language.tsx';
import { RaiseHand } from '../hand/RaiseHand.tsx';
import { useObservable } from '../use-observable.ts';
import { WatchHintLine } from '../watch/WatchHintLine.tsx';
import { useExamWindow, useRoom } from '../window/exam-context.ts';
import { LeaveExam } from '../window/LeaveExam.tsx';
import { PhoneTrouble } from '../window/PhoneTrouble.tsx';
import { StandingNotices } from '../window/StandingNotices.tsx';
import { CalculatorPanel } from './calculator/CalculatorPanel.tsx';
import { createCalculator } from './calculator/calculator.ts';
import { OpenDocumentContext } from './in-basket/open-document.ts';
import { KeysHelp } from './keys/KeysHelp.tsx';
import type { PaperCommand } from './keys/paper-key.ts';
import { usePaperKeys } from './keys/use-paper-keys.ts';
import { MergedAnswers } from './MergedAnswers.tsx';
import { ItemNavigator } from './navigator/ItemNavigator.tsx';
import { PaperHeader } from './PaperHeader.tsx';
import styles from './PaperScreen.module.css';
import { PaperSheet } from './PaperSheet.tsx';
import { paperWords } from './paper-words.ts';
import { useReading } from './reading/use-reading.ts';
import { Watermark } from './reading/Watermark.tsx';
import { StorageTrouble } from './StorageTrouble.tsx';
import { TimeWarning } from './time/TimeWarning.tsx';
import { turnTo } from './turn-to.ts';
import { useReadyPictures } from './use-ready-pictures.ts';
import { useSession } from './use-session.ts';
import { keepClipboardInside } from './writing/inside-clipboard.ts';
import { PasteRefused } from './writing/PasteRefused.tsx';
import { createWritingTarget, WritingTargetContext } from './writing/writing-target.ts';

/** The paper on the desk, with everything that lies around it: list of items, calculator, notices, clock. */
export const OpenPaper = memo(function OpenPaper({ paper }: { paper: Paper }) {
  const words = useWords(paperWords);
  const { desk, hand } = useRoom();
  const { candidate } = useObservable(useExamWindow().exam);
  const session = useSession(paper.sessionId);
  const pictures = usePictureShelf(paper.pictures);
  useReadyPictures(pictures);
  const reading = useReading();
  const [target] = useState(() => createWritingTarget());
  const [calculator] = useState(createCalculator);
  const [calculating, setCalculating] = useState(false);
  const [helping, setHelping] = useState(false);
  const [pasteRefused, setPasteRefused] = useState(false);
  const [beside, openBeside] = useState<string | null>();
  const documents = useMemo(() => ({ beside, openBeside }), [beside]);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (root.current) return keepClipboardInside(root.current, () => setPasteRefused(true));
  }, []);
  const toggleCalculator = useCallback(() => setCalculating((open) => !open), []);
  const act = useCallback(
    (command: PaperCommand) => {
      if (command.do === 'calculator') toggleCalculator();
      else if (command.do === 'help') setHelping(true);
      else if (command.do === 'hand') hand.toggle();
      else turnTo(command, desk);
    },
    [desk, hand, toggleCalculator],
  );
  usePaperKeys(act);

  return (
    <PictureContext value={pictures}>
      <WritingTargetContext value={target}>
        <OpenDocumentContext value={documents}>
          <div ref={root} className={styles.paper} data-size={reading.size}>
            <PaperHeader
              paper={paper}
              tools={{ reading, calculating, onCalculator: toggleCalculator, onHelp: () => setHelping(true) }}
            />
            <section className={styles.notices} aria-label={words.notices}>
              <StandingNotices />
              {session && <TimeWarning session={session} />}
              {pasteRefused && <PasteRefused onRead={() => setPasteRefused(false)} />}
              <StorageTrouble />
              <PhoneTrouble />
            </section>
            <div className={styles.body}>
              <aside className={styles.aside}>
                <ItemNavigator paper={paper} />
                {calculating && <CalculatorPanel calculator={calculator} paper={paper} onClose={toggleCalculator} />}
                <RaiseHand at="paper" />
                <LeaveExam />
                <WatchHintLine />
              </aside>
              <PaperSheet paper={paper} />
            </div>
            <MergedAnswers paper={paper} />
            {helping && <KeysHelp onClose={() => setHelping(false)} />}
            {candidate && <Watermark text={`${candidate.name} ${candidate.admissionNo}`} />}
          </div>
        </OpenDocumentContext>
      </WritingTargetContext>
    </PictureContext>
  );
});
