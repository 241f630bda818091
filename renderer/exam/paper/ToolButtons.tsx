import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import styles from './PaperScreen.module.css';
import { paperWords } from './paper-words.ts';
import { type ReadingChoice, TEXT_SIZES } from './reading/use-reading.ts';

export interface PaperTools {
  reading: ReadingChoice;
  calculating: boolean;
  onCalculator(): void;
  onHelp(): void;
}

/** What a candidate may reach for at any moment: text size, contrast, calculator, the list of keys. */
export function ToolButtons({ reading, calculating, onCalculator, onHelp }: PaperTools) {
  const words = useWords(paperWords);
  const { size, highContrast } = reading;
  return (
    <div className={styles.tools}>
      <fieldset className={styles.sizes} aria-label={words.fontSize}>
        <Button aria-label={`${words.smaller} A−`} disabled={size === TEXT_SIZES[0]} onClick={() => reading.zoom(-1)}>
          A−
        </Button>
        <output className={styles.size} aria-label={words.fontSize} data-testid="text-size">
          {size}%
        </output>
        <Button aria-label={`${words.larger} A+`} disabled={size === TEXT_SIZES.at(-1)} onClick={() => reading.zoom(1)}>
          A+
        </Button>
      </fieldset>
      <Button aria-pressed={highContrast} onClick={() => reading.setHighContrast(!highContrast)}>
        {words.highContrast}
      </Button>
      <Button aria-pressed={calculating} onClick={onCalculator}>
        {words.calculator}
      </Button>
      <Button aria-haspopup="dialog" onClick={onHelp}>
        {words.keys}
      </Button>
    </div>
  );
}
