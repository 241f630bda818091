import { useEffect, useState } from 'react';
import type { AuditLine } from '../../../../shared/contract/roster.ts';
import type { Changeable } from '../../../../shared/domain/batch.ts';
import { useWords } from '../../../ui/language.tsx';
import { useDesk } from '../../desk.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import { clockText, dayText } from '../../time-text.ts';
import styles from './roster.module.css';
import { rosterWords } from './roster-words.ts';
import type { BatchDesk } from './use-batch.ts';

/** What was done to this applicant and to the batch, and by whom. Read again whenever the batch is. */
export function ApplicantTrail({ desk, applicantId }: { desk: BatchDesk; applicantId: string }) {
  const words = useWords(rosterWords);
  const { connection } = useDesk();
  const [lines, setLines] = useState<readonly AuditLine[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed batch has a longer trail
  useEffect(() => {
    connection.http('audit', {}, { applicantId }).then((reply) => setLines(reply.lines), setFailure);
  }, [connection, applicantId, desk.batch]);
  return (
    <section>
      <h3>{words.person.trail}</h3>
      <FailureNotice failure={failure} />
      <ol className={styles.lines} data-testid="trail">
        {lines.map((line) => (
          <li key={`${line.at} ${line.action} ${JSON.stringify(line.detail)}`} className="tabular">
            {dayText(line.at)} {clockText(line.at)} {line.by} {words.audit[line.action]} <Detail line={line} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** From what to what, and why, where the line is about a value. */
function Detail({ line: { detail } }: { line: AuditLine }) {
  const words = useWords(rosterWords);
  if (typeof detail.field === 'string' && typeof detail.from === 'string') {
    const why = detail.why ?? detail.note;
    const name = words.changes.field[detail.field as Changeable];
    // Pictures have ids that tell nobody anything.
    const values = detail.field === 'photo' ? '' : ` ${detail.from} → ${detail.to}`;
    return <span>{`${name}${values}${why ? `（${why}）` : ''}`}</span>;
  }
  if (typeof detail.verdict === 'string') {
    return <span>{words.photo.verdict[detail.verdict as keyof typeof words.photo.verdict]}</span>;
  }
  return <span>{typeof detail.admissionNo === 'string' ? detail.admissionNo : ''}</span>;
}
