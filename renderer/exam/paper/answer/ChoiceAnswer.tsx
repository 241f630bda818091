import type { Option } from '../../../../shared/domain/paper.ts';
import { ContentPicture } from '../../../ui/content/ContentPicture.tsx';
import { useRoom } from '../../window/exam-context.ts';
import { useResponse } from '../use-answers.ts';
import styles from './Answer.module.css';
import { optionLetter } from './option-letter.ts';

interface ChoiceAnswerProps {
  itemId: string;
  options: readonly Option[];
  labelledBy: string;
  /** Several options may be chosen. */
  several?: boolean;
  hint?: string;
}

export function ChoiceAnswer({ itemId, options, labelledBy, several = false, hint }: ChoiceAnswerProps) {
  const { desk } = useRoom();
  const value = useResponse(itemId);
  const chosen = value?.kind === 'choice' ? value.chosen : [];

  function choose(id: string, on: boolean): void {
    const others = several ? chosen.filter((other) => other !== id) : [];
    // In the order of the paper, so that the same choice is the same value however it was made.
    const next = options.map((option) => option.id).filter((option) => (option === id ? on : others.includes(option)));
    desk.answer(itemId, { kind: 'choice', chosen: next });
  }

  return (
    <fieldset className={styles.options} aria-labelledby={labelledBy}>
      {options.map(({ id, text, pictureId }, index) => (
        <label key={id} className={styles.option}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={itemId}
            value={id}
            checked={chosen.includes(id)}
            onChange={(event) => choose(id, event.target.checked)}
          />
          <span className={styles.letter}>{optionLetter(index)}</span>
          <span className={styles.optionContent}>
            {text}
            {pictureId && <ContentPicture pictureId={pictureId} alt={text || optionLetter(index)} />}
          </span>
        </label>
      ))}
      {hint && <p className={styles.hint}>{hint}</p>}
    </fieldset>
  );
}
