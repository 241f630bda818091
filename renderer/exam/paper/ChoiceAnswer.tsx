import type { Item, Option } from '../../../shared/domain/paper.ts';
import { useWords } from '../../ui/language.tsx';
import { useRoom } from '../window/exam-context.ts';
import styles from './ItemSheet.module.css';
import { paperWords } from './paper-words.ts';
import { useAnswers } from './use-answers.ts';

interface ChoiceAnswerProps {
  item: Item;
  options: readonly Option[];
  labelledBy: string;
  /** Several options may be chosen. */
  several?: boolean;
  /** Options without letters. */
  plain?: boolean;
}

export function ChoiceAnswer({ item, options, labelledBy, several = false, plain = false }: ChoiceAnswerProps) {
  const words = useWords(paperWords);
  const { desk } = useRoom();
  const value = useAnswers().responses[item.id];
  const chosen = value?.kind === 'choice' ? value.chosen : [];

  function choose(id: string, on: boolean): void {
    const others = several ? chosen.filter((other) => other !== id) : [];
    // In the order of the paper, so that the same choice is the same value however it was made.
    const next = options.map((option) => option.id).filter((option) => (option === id ? on : others.includes(option)));
    desk.answer(item.id, { kind: 'choice', chosen: next });
  }

  return (
    <fieldset className={styles.options} aria-labelledby={labelledBy}>
      {options.map(({ id, text }) => (
        <label key={id} className={styles.option}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={item.id}
            value={id}
            checked={chosen.includes(id)}
            onChange={(event) => choose(id, event.target.checked)}
          />
          {!plain && <span className={styles.letter}>{id}</span>}
          <span>{text}</span>
        </label>
      ))}
      {several && <p className={styles.hint}>{words.multipleHint}</p>}
    </fieldset>
  );
}
