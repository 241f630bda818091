import styles from './text-entry.module.css';

interface ReadyTextsProps {
  texts: readonly string[];
  onTake: (index: number) => void;
}

/** Texts that are often written, each taken by one press. */
export function ReadyTexts({ texts, onTake }: ReadyTextsProps) {
  return (
    <ul className={styles.ready}>
      {texts.map((text, index) => (
        <li key={text}>
          <button type="button" className={styles.readyText} onClick={() => onTake(index)}>
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}
