import { useCallback, useState } from 'react';
import { type KindDecisions, precisionOf } from '../../../shared/domain/violations/precision.ts';
import { useWords } from '../../ui/language.tsx';
import { defineWords } from '../../ui/words.ts';
import { useDesk } from '../desk.ts';
import { LoadState } from '../LoadState.tsx';
import table from '../table.module.css';
import { useLoaded } from '../use-loaded.ts';
import { eventWords } from './event-words.ts';
import styles from './PrecisionTable.module.css';

const precisionWords = defineWords(
  {
    title: '系统提示的准确率',
    lead: '上报的算属实，核销的和审核后不认定的算误报。没有人处理过的不计。',
    empty: '系统还没有提示过违规。',
    kind: '类型',
    confirmed: '属实',
    cleared: '误报',
    precision: '准确率',
  },
  {
    title: 'How often the system was right',
    lead: 'What was reported counts as right, what was cleared or dismissed as wrong. What nobody decided is left out.',
    empty: 'The system has noted no violation yet.',
    kind: 'Kind',
    confirmed: 'Right',
    cleared: 'Wrong',
    precision: 'Share',
  },
);

/** Of each kind that was noted, how often it was one. `freshness`: another value reads it again. */
export function PrecisionTable({ freshness }: { freshness: string | number }) {
  const words = useWords(precisionWords);
  const [open, setOpen] = useState(false);
  return (
    <details
      className={styles.precision}
      data-testid="precision"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{words.title}</summary>
      {open && <Decisions key={freshness} />}
    </details>
  );
}

const percent = (decided: KindDecisions): string => {
  const share = precisionOf(decided);
  return share === null ? '–' : `${Math.round(share * 100)} %`;
};

function Decisions() {
  const words = useWords(precisionWords);
  const kinds = useWords(eventWords).kind;
  const { http } = useDesk().connection;
  const loaded = useLoaded(useCallback(() => http('findingDecisions', {}), [http]));
  const rows = loaded.value?.kinds ?? [];
  return (
    <>
      <p className={table.soft}>{words.lead}</p>
      <LoadState loaded={loaded} />
      {loaded.value && rows.length === 0 && <p>{words.empty}</p>}
      {rows.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{words.kind}</th>
              {(['confirmed', 'cleared', 'precision'] as const).map((column) => (
                <th key={column} scope="col" className={table.number}>
                  {words[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((decided) => (
              <tr key={decided.kind} data-kind={decided.kind}>
                <th scope="row">{kinds[decided.kind]}</th>
                <td className={table.number}>{decided.confirmed}</td>
                <td className={table.number}>{decided.cleared}</td>
                <td className={table.number}>{percent(decided)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
