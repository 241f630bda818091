import type { RouteReply } from '../../../../shared/contract/http.ts';
import { useWords } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import table from '../../table.module.css';
import { dateText } from '../../time-text.ts';
import { retentionWords } from './retention-words.ts';

const MEGABYTE = 1_000_000;

/** What was deleted, of whom and when; and whether the log is as it was written (RET-2). */
export function DeletionLog({ log, examinations }: RouteReply<'retention'>) {
  const words = useWords(retentionWords);
  const titles = new Map(examinations.map(({ examinationId, title }) => [examinationId, title]));
  return (
    <section aria-label={words.logTitle}>
      <h2>{words.logTitle}</h2>
      {!log.intact && (
        <Notice tone="danger" announce="alert">
          <p>{words.broken}</p>
        </Notice>
      )}
      {log.links === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <>
          {log.intact && <p className={table.soft}>{words.intact(log.links, log.head)}</p>}
          <table className={table.table} data-testid="deletions">
            <thead>
              <tr>
                <th scope="col">{words.at}</th>
                <th scope="col">{words.whose}</th>
                <th scope="col">{words.examination}</th>
                <th scope="col">{words.what}</th>
              </tr>
            </thead>
            <tbody>
              {log.latest.map(({ seq, at, name, admissionNo, examinationId, step }) => (
                <tr key={seq}>
                  <td className="tabular">{dateText(at)}</td>
                  <td>
                    {name} {admissionNo ?? words.applicant}
                  </td>
                  <td>{titles.get(examinationId)}</td>
                  <td>
                    {step.kind === 'done'
                      ? words.done
                      : words.begun(step.recordings, step.stills, step.pictures, (step.bytes / MEGABYTE).toFixed(1))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
