import type { PublicationsView } from '../../../shared/contract/publication.ts';
import { useWords } from '../../ui/language.tsx';
import table from '../table.module.css';
import { dateText } from '../time-text.ts';
import { publicationWords } from './publication-words.ts';

/** Every publication there was: who, when, for when, why, and what was missing in it. */
export function PublicationList({ view: { publications, holding } }: { view: PublicationsView }) {
  const words = useWords(publicationWords);
  const stateOf = (seq: number, index: number) => {
    if (seq === holding) return words.states.holding;
    return index === 0 ? words.states.waiting : words.states.replaced;
  };
  return (
    <details>
      <summary>{words.history(publications.length)}</summary>
      <table className={table.table}>
        <thead>
          <tr>
            <th className={table.number}>{words.number}</th>
            <th>{words.madeAt}</th>
            <th>{words.by}</th>
            <th>{words.from}</th>
            <th>{words.state}</th>
            <th className={table.number}>{words.counts}</th>
            <th>{words.why}</th>
            <th>{words.hash}</th>
          </tr>
        </thead>
        <tbody>
          {publications.map((each, index) => (
            <tr key={each.seq}>
              <td className={table.number}>{each.seq}</td>
              <td className="tabular">{dateText(each.at)}</td>
              <td>{each.by.name}</td>
              <td className="tabular">{dateText(each.visibleFrom)}</td>
              <td>{stateOf(each.seq, index)}</td>
              <td className={table.number}>
                {each.candidates} / {each.unmarked} / {each.openCases}
              </td>
              <td>{each.reason}</td>
              <td title={each.hash}>{each.hash.slice(0, 12)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
