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
import { SavedStatus } from './SavedStatus.tsx';
import { type PaperTools, ToolButtons } from './ToolButtons.tsx';
import { RemainingTime } from './time/RemainingTime.tsx';
import { useSession } from './use-session.ts';

interface PaperHeaderProps {
  paper: Paper;
  tools: PaperTools;
}

export function PaperHeader({ paper, tools }: PaperHeaderProps) {
  const words = useWords(paperWords);
  const { candidate } = useObservable(useExamWindow().exam);
  const session = useSession(paper.sessionId);
  const [handingIn, setHandingIn] = useState(false);
  return (
    <>
      <header className={styles.header}>
        <div className={styles.who}>
          <strong title={paper.title}>{paper.title}</strong>
          <div className={styles.facts}>
            <span>
              {candidate?.name} <span className="tabular">{candidate?.admissionNo}</span>
            </span>
            <SavedStatus />
          </div>
        </div>
        <ToolButtons {...tools} />
        <LanguageSwitch />
        {session && <RemainingTime session={session} />}
        <Button kind="primary" onClick={() => setHandingIn(true)}>
          {words.handIn}
        </Button>
      </header>
      {handingIn && <HandInDialog paper={paper} onCancel={() => setHandingIn(false)} />}
    </>
  );
}
