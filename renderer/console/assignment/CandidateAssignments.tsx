import { useState } from 'react';
import { useWords } from '../../ui/language.tsx';
import table from '../table.module.css';
import { assignmentWords } from './assignment-words.ts';
import type { AssignmentPartProps } from './ProctorLoads.tsx';
import { mayBeGiven } from './unqualified.ts';

/** Each candidate with their proctor, changed by hand. */
export function CandidateAssignments({ view, mayAssign, assign }: AssignmentPartProps) {
  const words = useWords(assignmentWords);
  const { candidates, proctors } = view;
  const [onlyNobodys, setOnlyNobodys] = useState(false);
  const shown = onlyNobodys ? candidates.filter(({ staffId }) => staffId === null) : candidates;
  const nameOf = (id: string | null) => proctors.find(({ staffId }) => staffId === id)?.name ?? words.nobody;
  if (candidates.length === 0) return null;
  return (
    <>
      <p>
        <label>
          <input type="checkbox" checked={onlyNobodys} onChange={(event) => setOnlyNobodys(event.target.checked)} />{' '}
          {words.only}
        </label>
      </p>
      <table className={table.table}>
        <thead>
          <tr>
            <th>{words.admissionNo}</th>
            <th>{words.name}</th>
            <th>{words.proctor}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ candidateId, admissionNo, name, staffId }) => (
            <tr key={candidateId} data-testid={`assigned-${admissionNo}`}>
              <td className="tabular">{admissionNo}</td>
              <th scope="row">{name}</th>
              <td>
                {mayAssign ? (
                  <select
                    aria-label={words.watchedBy(name)}
                    value={staffId ?? ''}
                    onChange={(event) => assign([candidateId], event.target.value || null)}
                  >
                    <option value="">{words.nobody}</option>
                    {proctors.map((proctor) => (
                      <option
                        key={proctor.staffId}
                        value={proctor.staffId}
                        disabled={!mayBeGiven(view, proctor) && proctor.staffId !== staffId}
                      >
                        {mayBeGiven(view, proctor) ? proctor.name : words.notQualified(proctor.name)}
                      </option>
                    ))}
                  </select>
                ) : (
                  nameOf(staffId)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
