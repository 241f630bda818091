import { type ReactNode, useState } from 'react';
import type { Examination } from '../../../shared/contract/views.ts';
import { ExaminationSelect } from '../ExaminationSelect.tsx';
import { PageHead } from '../PageHead.tsx';
import styles from './editor.module.css';

interface PerExaminationProps<Edited> {
  words: { title: string; lead: string; examination: string };
  examinations: readonly Examination[];
  /** What is edited of each. */
  edited: readonly Edited[];
  editor: (edited: Edited) => ReactNode;
  /** Below, whatever examination is chosen. */
  children?: ReactNode;
}

/** A page that is edited examination by examination. */
export function PerExamination<Edited extends { examinationId: string }>(props: PerExaminationProps<Edited>) {
  const { words, examinations, edited, editor, children } = props;
  const [chosen, setChosen] = useState(examinations[0]?.id ?? '');
  return (
    <div className={styles.stack}>
      <PageHead title={words.title}>
        <ExaminationSelect label={words.examination} examinations={examinations} value={chosen} onChange={setChosen} />
      </PageHead>
      <p>{words.lead}</p>
      {edited.map((each) => (
        // All of them stay, so that looking at another examination loses nothing that was typed.
        <div key={each.examinationId} hidden={each.examinationId !== chosen}>
          {editor(each)}
        </div>
      ))}
      {children}
    </div>
  );
}
