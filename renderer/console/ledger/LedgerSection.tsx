import { rawPaths } from '../../../shared/contract/http.ts';
import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading } from '../candidate/Loading.tsx';
import { useAttemptData } from '../candidate/use-attempt-data.ts';
import { SaveButton } from '../SaveButton.tsx';
import styles from './LedgerSection.module.css';
import strip from './LedgerStrip.module.css';
import { LedgerStrip } from './LedgerStrip.tsx';
import { LOOKS } from './ledger-text.ts';
import { ledgerWords } from './ledger-words.ts';

/** The server sends no word of a second that went by; while this is open it is asked. */
const ASK_EVERY_MS = 10_000;

interface LedgerSectionProps {
  attemptId: string;
  admissionNo: string;
  freshness: string;
}

/** What became of every second that both cameras owed (CAM-1). */
export function LedgerSection({ attemptId, admissionNo, freshness }: LedgerSectionProps) {
  const words = useWords(ledgerWords);
  const data = useAttemptData('cameraLedger', attemptId, freshness, ASK_EVERY_MS);
  const cameras = data.value?.cameras ?? [];
  const owes = cameras.some(({ spans }) => spans.length > 0);
  const save = (format: 'csv' | 'json', label: string) => (
    <SaveButton
      path={`${rawPaths.cameraLedger}${encodeURIComponent(attemptId)}?format=${format}`}
      fileName={`${words.file}-${admissionNo}.${format}`}
    >
      {label}
    </SaveButton>
  );
  return (
    <section className={styles.section} aria-label={words.title} data-testid="ledger">
      <h2 className={styles.title}>{words.title}</h2>
      <Loading data={data} />
      {cameras.some(({ chain }) => !chain.intact) && <Notice tone="danger" title={words.broken} announce="alert" />}
      {cameras.map((ledger) => (
        <LedgerStrip key={ledger.camera} ledger={ledger} />
      ))}
      {owes && (
        <div className={styles.foot}>
          <ul className={styles.legend}>
            {LOOKS.map((look) => (
              <li key={look}>
                <span className={classNames(styles.swatch, strip[look])} aria-hidden="true" /> {words.state[look]}
              </li>
            ))}
          </ul>
          {save('csv', words.exportCsv)}
          {save('json', words.exportJson)}
        </div>
      )}
    </section>
  );
}
