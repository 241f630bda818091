import type { Case } from '../../../shared/contract/cases.ts';
import { useWords } from '../../ui/language.tsx';
import { eventWords } from '../events/event-words.ts';
import table from '../table.module.css';
import { momentText } from '../time-text.ts';
import { CaseStandingText } from './CaseSteps.tsx';
import styles from './Cases.module.css';
import { caseWords } from './case-words.ts';

interface CaseTableProps {
  cases: readonly Case[];
  empty: string;
  onOpen: (opened: Case) => void;
}

export function CaseTable({ cases, empty, onOpen }: CaseTableProps) {
  const words = useWords(caseWords);
  const kinds = useWords(eventWords).kind;
  if (cases.length === 0) return <p>{empty}</p>;
  return (
    <table className={table.table} data-testid="cases">
      <thead>
        <tr>
          <th scope="col">{words.candidate}</th>
          <th scope="col">{words.kind}</th>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.reportedBy}</th>
          <th scope="col">{words.standing}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((each) => (
          <tr key={each.caseId}>
            <th scope="row">
              <button
                type="button"
                className={styles.link}
                aria-label={words.open(each.candidate.name, kinds[each.report.kind])}
                onClick={() => onOpen(each)}
              >
                {each.candidate.name}
              </button>{' '}
              <span className={table.soft}>{each.candidate.admissionNo}</span>
            </th>
            <td>{kinds[each.report.kind]}</td>
            <td className="tabular">{momentText(each.report.from)}</td>
            <td>{each.steps[0]?.by.name}</td>
            <td>
              <CaseStandingText standing={each.standing} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
