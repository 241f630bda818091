import { useState } from 'react';
import type { Paper } from '../../../shared/domain/paper.ts';
import { Button } from '../../ui/Button.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { useWords } from '../../ui/language.tsx';
import { HandInDialog } from '../hand-in/HandInDialog.tsx';
import { useObservable } from '../use-observable.ts';
import { useExamWindow } from '../window/exam-context.ts';
import styles from './PaperScreen.module.css';
import { paperWords } from './paper-words.ts';
import { RemainingTime } from './RemainingTime.tsx';
import { SavedStatus } from './SavedStatus.tsx';

interface PaperHeaderProps {
  paper: Paper;
  size: number;
  onSize(size: number): void;
}

export function PaperHeader({ paper, size, onSize }: PaperHeaderProps) {
  const words = useWords(paperWords);
  const { candidate } = useObservable(useExamWindow().exam);
  const [handingIn, setHandingIn] = useState(false);
  return (
    <>
      <header className={styles.header}>
        <div className={styles.who}>
          <strong>{paper.title}</strong>
          <p className={styles.soft}>
            {candidate?.name} <span className="tabular">{candidate?.admissionNo}</span>
          </p>
        </div>
        <SavedStatus />
        <fieldset className={styles.sizes} aria-label={words.fontSize}>
          {words.fontSizes.map((label, step) => (
            <Button
              key={label}
              aria-pressed={step === size}
              aria-label={`${words.fontSize} ${label}`}
              onClick={() => onSize(step)}
            >
              {label}
            </Button>
          ))}
        </fieldset>
        <LanguageSwitch />
        <RemainingTime sessionId={paper.sessionId} />
        <Button kind="primary" onClick={() => setHandingIn(true)}>
          {words.handIn}
        </Button>
      </header>
      {handingIn && <HandInDialog paper={paper} onCancel={() => setHandingIn(false)} />}
    </>
  );
}
