import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useWords } from '../../../ui/language.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { PageHead } from '../../PageHead.tsx';
import styles from './BatchPage.module.css';
import { BatchSteps } from './BatchSteps.tsx';
import { ChangesPanel } from './ChangesPanel.tsx';
import { DeclarationPanel } from './DeclarationPanel.tsx';
import { EligibilityPanel } from './EligibilityPanel.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import { PhotosPanel } from './PhotosPanel.tsx';
import { rosterWords } from './roster-words.ts';
import { type BatchDesk, useBatch } from './use-batch.ts';

const PANELS = ['import', 'eligibility', 'photos', 'declaration', 'changes'] as const;
type Panel = (typeof PANELS)[number];

/** One batch: how far it is, and what has to be done for it. */
export function BatchPage({ batchId, leave }: { batchId: string; leave(): void }) {
  const words = useWords(rosterWords);
  const { desk, failure } = useBatch(batchId);
  return (
    <div className={styles.page}>
      <PageHead title={desk?.batch.institution ?? words.title}>
        <Button kind="quiet" onClick={leave}>
          ← {words.back}
        </Button>
      </PageHead>
      <FailureNotice failure={failure} />
      {!desk && failure === null && <p role="status">{words.loading}</p>}
      {desk && <Opened desk={desk} />}
    </div>
  );
}

function Opened({ desk }: { desk: BatchDesk }) {
  const words = useWords(rosterWords);
  const [panel, setPanel] = useState<Panel>(desk.batch.roster.length === 0 ? 'import' : 'eligibility');
  return (
    <>
      <BatchSteps batch={desk.batch} />
      <div className={styles.tabs} role="tablist">
        {PANELS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`tab-${each}`}
            aria-selected={each === panel}
            aria-controls="batch-panel"
            className={classNames(styles.tab, each === panel && styles.chosen)}
            onClick={() => setPanel(each)}
          >
            {words.panels[each]}
            {each === 'changes' && desk.batch.pendingChanges > 0 && (
              <span className={styles.count}>{desk.batch.pendingChanges}</span>
            )}
          </button>
        ))}
      </div>
      <section id="batch-panel" role="tabpanel" aria-labelledby={`tab-${panel}`} className={styles.panel}>
        {panel === 'import' && <ImportPanel desk={desk} />}
        {panel === 'eligibility' && <EligibilityPanel desk={desk} />}
        {panel === 'photos' && <PhotosPanel desk={desk} />}
        {panel === 'declaration' && <DeclarationPanel desk={desk} />}
        {panel === 'changes' && <ChangesPanel desk={desk} />}
      </section>
    </>
  );
}
