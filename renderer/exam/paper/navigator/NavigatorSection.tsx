import type { Paper, Section } from '../../../../shared/domain/paper.ts';
import { DocumentRows } from '../in-basket/DocumentRows.tsx';
import { useAnsweredCount } from '../use-answers.ts';
import styles from './ItemNavigator.module.css';
import { NavigatorItem } from './NavigatorItem.tsx';

interface NavigatorSectionProps {
  paper: Paper;
  section: Section;
  itemId: string;
  /** Item id -> its number in the paper. */
  numbers: ReadonlyMap<string, number>;
}

export function NavigatorSection({ paper, section, itemId, numbers }: NavigatorSectionProps) {
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
        <DocumentRows paper={paper} section={section} itemId={itemId} numbers={numbers} />
      ) : (
        <ol className={styles.grid}>
          {section.items.map(({ id }) => (
            <li key={id}>
              <NavigatorItem itemId={id} number={numbers.get(id) ?? 0} current={id === itemId} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
