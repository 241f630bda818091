import { PROGRAM_KINDS } from '../../../../shared/domain/program-kinds.ts';
import type { ProhibitedList } from '../../../../shared/domain/prohibited-programs.ts';
import { useLanguage, useWords } from '../../../ui/language.tsx';
import table from '../../table.module.css';
import styles from './programs.module.css';
import { programsWords } from './programs-words.ts';

/** What every examination has, to look at. */
export function CommonList({ list }: { list: ProhibitedList }) {
  const words = useWords(programsWords);
  const { language } = useLanguage();
  return (
    <details className={styles.list}>
      <summary>{words.list(list.version, list.programs.length)}</summary>
      <table className={table.table}>
        <tbody>
          {PROGRAM_KINDS.flatMap((kind) =>
            list.programs
              .filter((program) => program.kind === kind)
              .map(({ id, name, publisher, policy }, at) => (
                <tr key={id}>
                  <th scope="row">{at === 0 && words.kinds[kind]}</th>
                  <td>{language === 'en' ? name.en : name.zh}</td>
                  <td>{publisher}</td>
                  <td>{words.policies[policy]}</td>
                </tr>
              )),
          )}
        </tbody>
      </table>
    </details>
  );
}
