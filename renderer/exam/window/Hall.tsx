import type { ReactNode } from 'react';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { useWords } from '../../ui/language.tsx';
import { RaiseHand } from '../hand/RaiseHand.tsx';
import { useObservable } from '../use-observable.ts';
import { useExamWindow } from './exam-context.ts';
import styles from './Hall.module.css';
import { hallWords } from './hall-words.ts';
import { LeaveExam } from './LeaveExam.tsx';
import { StandingNotices } from './StandingNotices.tsx';
import { Steps } from './Steps.tsx';

/** Where nobody watches, nobody can be asked. */
const UNWATCHED: ReadonlySet<string> = new Set(['choice', 'thesis', 'finished', 'fenced']);

interface HallProps {
  title: string;
  lead?: string;
  /** Two columns want more room. */
  wide?: boolean;
  children: ReactNode;
}

/** Every screen but the paper: who sits where, how far they are, what goes on, and whom to call. */
export function Hall({ title, lead, wide = false, children }: HallProps) {
  const words = useWords(hallWords);
  const { exam, centre } = useExamWindow();
  const { candidate, examination, attempt, stage, room } = useObservable(exam);
  const { examinations } = useObservable(centre);
  // Every examination of a centre has the same telephone numbers; before sign-in its title would only confuse.
  const known = examination ?? examinations[0];
  return (
    <div className={styles.hall}>
      <header className={styles.header}>
        <p className={styles.brand}>
          <strong>{words.brand}</strong>
          <span>{examination?.title ?? words.product}</span>
        </p>
        {candidate && (
          <p className={styles.candidate}>
            {candidate.name} <span className="tabular">{candidate.admissionNo}</span>
          </p>
        )}
        <LanguageSwitch />
      </header>
      {/* Between two sessions the way to the first paper says nothing any more. */}
      <Steps stage={attempt && attempt.receipts.length > 0 ? null : stage.name} />
      <main className={wide ? styles.wide : styles.main}>
        <StandingNotices />
        <h1 className={styles.title}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
      <footer className={styles.footer}>
        {known && (
          <p>
            <span>{words.duty(known.dutyPhone)}</span>
            <span>{words.complaint(known.complaintPhone)}</span>
          </p>
        )}
        <div className={styles.ways}>
          {room && !UNWATCHED.has(stage.name) && <RaiseHand at="hall" />}
          <LeaveExam />
        </div>
      </footer>
    </div>
  );
}
