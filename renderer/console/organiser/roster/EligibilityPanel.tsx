import { useState } from 'react';
import type { ApplicantView } from '../../../../shared/contract/roster.ts';
import type { Eligibility } from '../../../../shared/domain/eligibility/eligibility.ts';
import { Button } from '../../../ui/Button.tsx';
import { useLanguage, useWords } from '../../../ui/language.tsx';
import dense from '../../dense.module.css';
import imports from '../import.module.css';
import { ApplicantDialog } from './ApplicantDialog.tsx';
import { eligibilityOf, examinationName } from './applicant-eligibility.ts';
import { eligibilityWords } from './eligibility-words.ts';
import styles from './roster.module.css';
import { rosterWords } from './roster-words.ts';
import { shortfallText } from './shortfall-text.ts';
import type { BatchDesk } from './use-batch.ts';

/** Every applicant, and the clause of annex 7 that is met or what is missing for the nearest. */
export function EligibilityPanel({ desk: batchDesk }: { desk: BatchDesk }) {
  const { batch, examinations } = batchDesk;
  const words = useWords(rosterWords).eligibility;
  const [onlyUnmet, setOnlyUnmet] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  if (batch.roster.length === 0) return <p>{words.empty}</p>;
  const rows = batch.roster.map((applicant) => {
    const examination = examinations.find(({ id }) => id === applicant.examinationId);
    const applied = examinationName(examination, applicant.examinationId);
    return { applicant, applied, answer: eligibilityOf(applicant, examination, batch.dates.reportUntil) };
  });
  const fit = rows.filter(({ answer }) => answer.met !== null).length;
  const shown = onlyUnmet ? rows.filter(({ answer }) => answer.met === null) : rows;
  const person = rows.find(({ applicant }) => applicant.id === opened);
  return (
    <>
      <div className={imports.bar}>
        <p>
          <strong className={fit === rows.length ? imports.good : imports.bad}>
            {words.summary(fit, rows.length)}
          </strong>
        </p>
        <p className={imports.soft}>{words.basis(batch.dates.reportUntil)}</p>
        <label>
          <input type="checkbox" checked={onlyUnmet} onChange={(event) => setOnlyUnmet(event.target.checked)} />{' '}
          {words.onlyUnmet}
        </label>
      </div>
      <table className={imports.table} data-testid="eligibility">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.identityNo}</th>
            <th scope="col">{words.applied}</th>
            {batch.locked && <th scope="col">{words.admissionNo}</th>}
            <th scope="col">{words.verdict}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map(({ applicant, applied, answer }) => (
            <Line
              key={applicant.id}
              applicant={applicant}
              applied={applied}
              answer={answer}
              seated={batch.locked !== null}
              open={() => setOpened(applicant.id)}
            />
          ))}
        </tbody>
      </table>
      {person && (
        <ApplicantDialog
          desk={batchDesk}
          applicant={person.applicant}
          answer={person.answer}
          close={() => setOpened(null)}
        />
      )}
    </>
  );
}

interface LineProps {
  applicant: ApplicantView;
  applied: string;
  answer: Eligibility;
  /** Admission numbers are shown. */
  seated: boolean;
  open(): void;
}

function Line({ applicant, applied, answer, seated, open }: LineProps) {
  const words = useWords(rosterWords).eligibility;
  return (
    <tr data-identity={applicant.identityNo} data-met={answer.met !== null}>
      <th scope="row" className={styles.short}>
        {applicant.name}
      </th>
      <td className="tabular">{applicant.identityNo}</td>
      <td className={styles.short}>{applied}</td>
      {seated && <td className="tabular">{applicant.admissionNo}</td>}
      <td>
        <Verdict answer={answer} />
      </td>
      <td className={styles.short}>
        <Button kind="quiet" className={dense.button} onClick={open} aria-label={`${words.details} ${applicant.name}`}>
          {words.details}
        </Button>
      </td>
    </tr>
  );
}

function Verdict({ answer: { met, clauses } }: { answer: Eligibility }) {
  const words = useWords(rosterWords).eligibility;
  const details = useWords(eligibilityWords);
  const { language } = useLanguage();
  if (met) {
    return (
      <>
        <span className={imports.good}>✓ {words.met} </span>
        <span>{details.clause(met.number)}</span>
        <span className={imports.soft}> {language === 'en' ? met.en : met.zh}</span>
      </>
    );
  }
  const nearest = clauses.reduce<(typeof clauses)[number] | null>(
    (best, each) => (best && best.missing.length <= each.missing.length ? best : each),
    null,
  );
  return (
    <>
      <span className={imports.bad}>✗ {words.unmet} </span>
      {nearest ? (
        <span>
          {details.clause(nearest.clause.number)}{' '}
          {nearest.missing.map((each) => shortfallText(each, details)).join(details.and)}
        </span>
      ) : (
        details.notOffered
      )}
    </>
  );
}
