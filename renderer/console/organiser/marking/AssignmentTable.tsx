import type { RouteReply } from '../../../../shared/contract/http.ts';
import type { MarkedSession } from '../../../../shared/contract/marking.ts';
import { useWords } from '../../../ui/language.tsx';
import table from '../../table.module.css';
import styles from './Markers.module.css';
import { markersWords } from './markers-words.ts';

type Marker = RouteReply<'markingAssignments'>['markers'][number];

interface AssignmentTableProps {
  markers: readonly Marker[];
  sessions: readonly MarkedSession[];
  busy: boolean;
  onAssign(markerId: string, sessionIds: string[], assigned: boolean): void;
}

/** A line a marker, a column a session: a tick assigns, and stands before what the marker has done and can do there. */
export function AssignmentTable({ markers, sessions, busy, onAssign }: AssignmentTableProps) {
  const words = useWords(markersWords);
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{words.marker}</th>
          {sessions.length > 1 && <th scope="col">{words.whole}</th>}
          {sessions.map(({ sessionId, title }) => (
            <th key={sessionId} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {markers.map(({ id, login, name }) => {
          const mine = sessions.map(({ markers: those }) => those.find(({ markerId }) => markerId === id));
          const all = mine.every((each) => each?.assigned);
          return (
            <tr key={id} data-testid={`marker-${login}`}>
              <th scope="row">
                {name} <span className={table.soft}>{login}</span>
              </th>
              {sessions.length > 1 && (
                <td>
                  <input
                    type="checkbox"
                    className={styles.tick}
                    aria-label={words.assignAll(name)}
                    checked={all}
                    disabled={busy}
                    onChange={() =>
                      onAssign(
                        id,
                        sessions.map(({ sessionId }) => sessionId),
                        !all,
                      )
                    }
                  />
                </td>
              )}
              {sessions.map(({ sessionId, title }, column) => (
                <td key={sessionId} data-session={sessionId}>
                  <label className={styles.cell}>
                    <input
                      type="checkbox"
                      className={styles.tick}
                      aria-label={words.assign(name, title)}
                      checked={mine[column]?.assigned ?? false}
                      disabled={busy}
                      onChange={(event) => onAssign(id, [sessionId], event.target.checked)}
                    />
                    <ReadHere mine={mine[column]} />
                  </label>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function ReadHere({ mine }: { mine: MarkedSession['markers'][number] | undefined }) {
  const words = useWords(markersWords);
  if (!mine) return null;
  const { assigned, read, forThem } = mine;
  return <span className={table.soft}>{assigned ? words.done(read, forThem) : words.readOnly(read)}</span>;
}
