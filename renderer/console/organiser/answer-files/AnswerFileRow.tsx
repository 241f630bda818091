import { useState } from 'react';
import { useWords } from '../../../ui/language.tsx';
import { LateEntriesSection } from '../../candidate/LateEntriesSection.tsx';
import { clockText, dayText, minuteText } from '../../time-text.ts';
import styles from './AnswerFiles.module.css';
import { answerFilesWords } from './answer-files-words.ts';
import { type ChosenFile, freshIn } from './use-answer-files.ts';

const KINDS = ['known', 'accepted', 'lateSynced', 'broughtLate', 'refused', 'fenced'] as const;

const minuteOf = (at: number): string => `${dayText(at)} ${minuteText(at)}`;

/** One file: whose it is, when it was made, what is in it, and what importing it does or did. */
export function AnswerFileRow({ chosen }: { chosen: ChosenFile }) {
  const words = useWords(answerFilesWords);
  const { file, report } = chosen;
  const { fault, header, candidate, counts } = report;
  const made = header && (header.madeAt ?? header.computerClock);
  return (
    <tr data-fault={fault ?? undefined} data-taken={report.taken || undefined}>
      <th scope="row" className={styles.name}>
        {file.name}
      </th>
      <td className={styles.whose}>
        {candidate && (
          <>
            <b>{candidate.name}</b> {candidate.admissionNo}
            <div>{candidate.examinationTitle}</div>
          </>
        )}
        {!candidate && header && words.claimed(header.admissionNo)}
      </td>
      <td className="tabular">
        {made !== null && words.madeAt(dayText(made), clockText(made))}
        {header?.madeAt === null && words.byComputer}
      </td>
      <td>
        {counts && (
          <>
            <div>{words.total(counts.entries)}</div>
            {KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
              <div key={kind} data-kind={kind} data-count={counts[kind]}>
                {words[kind](counts[kind])}
              </div>
            ))}
            {header !== null && header.damaged > 0 && <div className={styles.bad}>{words.damaged(header.damaged)}</div>}
          </>
        )}
      </td>
      <td>{fault ? <span className={styles.bad}>{words.fault[fault]}</span> : <Effect chosen={chosen} />}</td>
    </tr>
  );
}

function Effect({ chosen }: { chosen: ChosenFile }) {
  const words = useWords(answerFilesWords);
  const { receipts, taken, counts, lateSince, header } = chosen.report;
  // From then on the entries below say what counts, and no longer what the import found.
  const [admitted, setAdmitted] = useState(false);
  const fresh = freshIn(chosen) > 0;
  if (!fresh) return <span>{taken ? words.takenNothing : words.nothingNew}</span>;
  const evidence = counts ? counts.broughtLate + counts.refused + counts.fenced : 0;
  return (
    <>
      {!admitted && counts !== null && counts.broughtLate > 0 && lateSince !== null && (
        <p className={styles.bad}>{words.tooLate(minuteOf(lateSince), counts.broughtLate)}</p>
      )}
      {counts !== null && counts.fenced > 0 && <p className={styles.bad}>{words.replaced(counts.fenced)}</p>}
      {taken && <div className={styles.good}>✓ {words.taken}</div>}
      {!admitted && receipts.length === 0 && <div>{words.noReceipt}</div>}
      {receipts.map(({ receiptNo, sessionTitle, answeredBefore, answeredAfter }) => (
        <div key={receiptNo} className="tabular">
          {words.receipt(sessionTitle, receiptNo, answeredBefore, answeredAfter)}
        </div>
      ))}
      {taken && evidence > 0 && header !== null && (
        <LateEntriesSection
          route="lateEntriesForOrganiser"
          attemptId={header.attemptId}
          freshness="taken"
          onAdmitted={() => setAdmitted(true)}
        />
      )}
    </>
  );
}
