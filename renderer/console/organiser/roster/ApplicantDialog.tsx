import type { ApplicantView } from '../../../../shared/contract/roster.ts';
import { batchRefusal } from '../../../../shared/domain/batch.ts';
import type { Eligibility } from '../../../../shared/domain/eligibility/eligibility.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useLanguage, useWords } from '../../../ui/language.tsx';
import { useServerNow } from '../../use-server-now.ts';
import imports from '../import.module.css';
import { ApplicantTrail } from './ApplicantTrail.tsx';
import { ChangeForm } from './ChangeForm.tsx';
import { eligibilityWords } from './eligibility-words.ts';
import styles from './roster.module.css';
import { rosterWords } from './roster-words.ts';
import { gradeText, shortfallText } from './shortfall-text.ts';
import type { BatchDesk } from './use-batch.ts';

interface ApplicantDialogProps {
  desk: BatchDesk;
  applicant: ApplicantView;
  answer: Eligibility;
  close(): void;
}

/** One applicant: the record, the conditions one by one, a correction or a request for one, and the trail. */
export function ApplicantDialog({ desk, applicant, answer, close }: ApplicantDialogProps) {
  const words = useWords(rosterWords).person;
  const now = useServerNow();
  const editable = batchRefusal(desk.batch, 'edit', now) === null;
  const requestable = batchRefusal(desk.batch, 'request_change', now) === null;
  return (
    <Dialog
      title={`${applicant.name} ${applicant.identityNo}`}
      size="window"
      onCancel={close}
      actions={<Button onClick={close}>{words.close}</Button>}
    >
      <div className={styles.form}>
        <RecordLines applicant={applicant} />
        <Conditions answer={answer} />
        {(editable || requestable) && <ChangeForm desk={desk} applicant={applicant} editable={editable} />}
        <ApplicantTrail desk={desk} applicantId={applicant.id} />
      </div>
    </Dialog>
  );
}

function RecordLines({ applicant: { record } }: { applicant: ApplicantView }) {
  const words = useWords(rosterWords).person;
  const details = useWords(eligibilityWords);
  const stated = (is: boolean) => (is ? `（${words.stated}）` : '');
  const lines = [
    ...record.work.map(
      ({ occupation, from, to, statedRelated }) =>
        `${from} – ${to ?? words.present} ${occupation}${stated(statedRelated)}`,
    ),
    ...record.certificates.map(
      ({ occupation, grade, issuedOn, statedRelated }) =>
        `${issuedOn} ${occupation} ${gradeText(grade, details)}${stated(statedRelated)}`,
    ),
    ...record.education.map(({ school, major, standing, assessedFor, statedRelated }) =>
      [
        `${details.school[school]} ${major} ${details.standing[standing]}`,
        assessedFor ? details.assessment[assessedFor] : '',
        stated(statedRelated),
      ].join(' '),
    ),
    ...record.apprenticeships.map((occupation) => details.apprenticed(occupation)),
  ];
  return (
    <section>
      <h3>{words.record}</h3>
      {lines.length === 0 ? (
        <p>{words.noRecord}</p>
      ) : (
        <ul className={styles.lines}>
          {lines.map((line) => (
            <li key={line} className="tabular">
              {line}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Conditions({ answer }: { answer: Eligibility }) {
  const words = useWords(rosterWords);
  const details = useWords(eligibilityWords);
  const { language } = useLanguage();
  return (
    <section>
      <h3>{words.person.conditions}</h3>
      <table className={imports.table}>
        <tbody>
          {answer.clauses.map(({ clause, missing }) => (
            <tr key={clause.number}>
              <th scope="row" className={styles.short}>
                {details.clause(clause.number)}
              </th>
              <td>
                {language === 'en' ? clause.en : clause.zh}
                <br />
                {missing.length === 0 ? (
                  <span className={imports.good}>✓ {words.eligibility.met}</span>
                ) : (
                  <span>✗ {missing.map((each) => shortfallText(each, details)).join(details.and)}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
