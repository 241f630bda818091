import { useState } from 'react';
import type { ChangeView } from '../../../../shared/contract/roster.ts';
import { Button } from '../../../ui/Button.tsx';
import { useWords } from '../../../ui/language.tsx';
import { useDesk } from '../../desk.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import { dayText, minuteText } from '../../time-text.ts';
import { useTask } from '../../use-task.ts';
import { useWatched } from '../../use-watched.ts';
import imports from '../import.module.css';
import { AskedPhotos } from './AskedPhotos.tsx';
import { examinationName } from './applicant-eligibility.ts';
import styles from './roster.module.css';
import { rosterWords } from './roster-words.ts';
import type { BatchDesk } from './use-batch.ts';

/** Requests for change, those that wait first, for the centre to approve or refuse. */
export function ChangesPanel({ desk }: { desk: BatchDesk }) {
  const words = useWords(rosterWords).changes;
  const [failure, setFailure] = useState<unknown>(null);
  const { changes } = desk.batch;
  if (changes.length === 0) return <p>{words.none}</p>;
  const sorted = [...changes].sort((left, right) => rank(left) - rank(right) || right.asked.at - left.asked.at);
  return (
    <>
      <FailureNotice failure={failure} />
      <table className={imports.table} data-testid="changes">
        <thead>
          <tr>
            {(['candidate', 'what', 'why', 'asked', 'decision'] as const).map((each) => (
              <th key={each} scope="col">
                {words[each]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((change) => (
            <Line key={change.id} change={change} desk={desk} fail={setFailure} />
          ))}
        </tbody>
      </table>
    </>
  );
}

const rank = ({ state }: ChangeView): number => (state === 'pending' ? 0 : 1);

function Line({ change, desk, fail }: { change: ChangeView; desk: BatchDesk; fail(cause: unknown): void }) {
  const words = useWords(rosterWords).changes;
  const { connection } = useDesk();
  const session = useWatched(connection.session);
  const { busy, run } = useTask();
  const applicant = desk.batch.roster.find(({ id }) => id === change.applicantId);
  const shown = (value: string) =>
    change.field === 'level'
      ? examinationName(
          desk.examinations.find(({ id }) => id === value),
          value,
        )
      : value;
  const decide = (decision: 'approved' | 'refused') =>
    run(async () => {
      fail(null);
      try {
        await connection.http('decideChange', { decision, note: '' }, { changeId: change.id });
      } catch (cause) {
        fail(cause);
      }
      await desk.reload();
    });
  return (
    <tr data-state={change.state}>
      <th scope="row">{applicant?.name}</th>
      <td className="tabular">
        {words.field[change.field]}
        {change.field !== 'photo' && `: ${shown(change.from)} → ${shown(change.to)}`}
        {change.field === 'photo' && change.state === 'pending' && <AskedPhotos change={change} />}
      </td>
      <td>{change.why}</td>
      <td className={styles.short}>
        {change.asked.by} {dayText(change.asked.at)} {minuteText(change.asked.at)}
      </td>
      <td>
        {change.state === 'pending' ? (
          <span className={imports.bar}>
            {/* Two people may share a name: whose request it is, the server decides by the account. */}
            {change.asked.by === session?.name && <span className={imports.soft}>{words.byAnother}</span>}
            <Button busy={busy} onClick={() => void decide('approved')}>
              {words.approve}
            </Button>
            <Button kind="danger" busy={busy} onClick={() => void decide('refused')}>
              {words.refuse}
            </Button>
          </span>
        ) : (
          `${words.state[change.state]} ${change.decided?.by ?? ''}`
        )}
      </td>
    </tr>
  );
}
