import { type KeyboardEvent, useId, useState } from 'react';
import type { CameraLedger } from '../../../shared/contract/camera-ledger.ts';
import { classNames } from '../../ui/class-names.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import styles from './LedgerStrip.module.css';
import { lookOf, stretchText, summaryText } from './ledger-text.ts';
import { ledgerWords } from './ledger-words.ts';

/** The owed time of one camera as a strip; each stretch is read out by pointer or arrow keys. */
export function LedgerStrip({ ledger }: { ledger: CameraLedger }) {
  const words = useWords(ledgerWords);
  const { language } = useLanguage();
  const id = useId();
  /** By its beginning: the strip grows while somebody reads it. */
  const [chosen, setChosen] = useState<number | null>(null);
  const { camera, spans } = ledger;
  const index = spans.findIndex(({ from }) => from === chosen);
  const span = spans[index];

  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -spans.length, End: spans.length }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = index === -1 ? (step > 0 ? 0 : spans.length - 1) : index + step;
    setChosen(spans[Math.max(0, Math.min(spans.length - 1, next))]?.from ?? null);
  };

  return (
    <section className={styles.camera} aria-label={words.camera[camera]} data-testid={`ledger-${camera}`}>
      <p className={styles.summary}>
        <strong>{words.camera[camera]}</strong>{' '}
        <span className="tabular" data-testid={`ledger-summary-${camera}`}>
          {spans.length === 0 ? words.nothing : summaryText(ledger, words, language)}
        </span>
      </p>
      {spans.length > 0 && (
        <>
          <div
            role="listbox"
            tabIndex={0}
            className={styles.strip}
            aria-label={words.strip(words.camera[camera])}
            aria-activedescendant={span ? `${id}-${span.from}` : undefined}
            onKeyDown={onKey}
          >
            {spans.map((each) => (
              <div
                key={each.from}
                role="option"
                id={`${id}-${each.from}`}
                tabIndex={-1}
                aria-selected={each === span}
                aria-label={stretchText(each, words, language)}
                data-look={lookOf(each)}
                className={classNames(styles.stretch, styles[lookOf(each)], each === span && styles.chosen)}
                style={{ flexGrow: each.seconds }}
                onPointerEnter={() => setChosen(each.from)}
              />
            ))}
          </div>
          <p className={classNames(styles.read, 'tabular')} data-testid={`ledger-read-${camera}`}>
            {span ? stretchText(span, words, language) : words.hint}
          </p>
        </>
      )}
    </section>
  );
}
