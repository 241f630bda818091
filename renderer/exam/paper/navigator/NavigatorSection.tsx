import type { Paper, Section } from '../../../../shared/domain/paper.ts';
import { useRoom } from '../../window/exam-context.ts';
import { DocumentRows } from '../in-basket/DocumentRows.tsx';
import { useAnsweredCount, useAnswerLog } from '../use-answers.ts';
import styles from './ItemNavigator.module.css';
import { NavigatorItem } from './NavigatorItem.tsx';

interface NavigatorSectionProps {
  paper: Paper;
  section: Section;
  /** Item id -> its number in the paper. */
  numbers: ReadonlyMap<string, number>;
}

export function NavigatorSection({ paper, section, numbers }: NavigatorSectionProps) {
  const log = useAnswerLog();
  const { desk } = useRoom();
  const answered = useAnsweredCount(section.items.map(({ id }) => id));
  return (
    <section className={styles.section}>
      <h2>
        {section.title}{' '}
        <span className="tabular">
          {answered}/{section.items.length}
        </span>
      </h2>
      {section.itemType === 'in_basket' ? (
        <DocumentRows paper={paper} section={section} numbers={numbers} />
      ) : (
        <ol className={styles.grid}>
          {section.items.map(({ id }) => (
            <li key={id}>
              <NavigatorItem log={log} onGo={desk.go} itemId={id} number={numbers.get(id) ?? 0} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
