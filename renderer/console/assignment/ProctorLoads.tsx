import type { AssignmentsView } from '../../../shared/contract/assignment.ts';
import { CANDIDATES_A_PROCTOR } from '../../../shared/domain/assignment.ts';
import { useWords } from '../../ui/language.tsx';
import { Select } from '../Select.tsx';
import table from '../table.module.css';
import { dateText } from '../time-text.ts';
import { assignmentWords } from './assignment-words.ts';
import { mayBeGiven } from './unqualified.ts';

export interface AssignmentPartProps {
  view: AssignmentsView;
  mayAssign: boolean;
  assign(candidateIds: string[], staffId: string | null): void;
}

/** How many each proctor watches; who drops out hands all of theirs over at once. */
export function ProctorLoads({ view, mayAssign, assign }: AssignmentPartProps) {
  const words = useWords(assignmentWords);
  const { proctors, candidates, qualifiedOnly } = view;
  const idsOf = (proctor: string) =>
    candidates.filter(({ staffId }) => staffId === proctor).map(({ candidateId }) => candidateId);
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>{words.proctor}</th>
          <th className={table.number}>{words.candidates}</th>
          <th className={table.number}>{words.load}</th>
          {qualifiedOnly && <th>{words.standing}</th>}
          <th />
        </tr>
      </thead>
      <tbody>
        {proctors.map(({ staffId, name, candidates: own, load, standing }) => (
          <tr key={staffId} data-testid={`proctor-${name}`} data-standing={standing.state}>
            <th scope="row">{name}</th>
            <td className={table.number}>{own}</td>
            <td className={table.number}>
              {load} / {CANDIDATES_A_PROCTOR}
            </td>
            {qualifiedOnly && (
              <td>{words.state[standing.state](standing.until === null ? '' : dateText(standing.until))}</td>
            )}
            <td>
              {mayAssign && own > 0 && (
                <Select
                  label={words.handOver}
                  value=""
                  onChange={(chosen) => assign(idsOf(staffId), chosen === 'nobody' ? null : chosen)}
                  options={[
                    ['', words.handOverChoice],
                    ...proctors
                      .filter((other) => other.staffId !== staffId && mayBeGiven(view, other))
                      .map((other) => [other.staffId, other.name] as const),
                    ['nobody', words.nobody],
                  ]}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
