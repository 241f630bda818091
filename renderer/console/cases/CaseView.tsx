import { useState } from 'react';
import type { Case } from '../../../shared/contract/cases.ts';
import { type CaseStep, stepRefusal } from '../../../shared/domain/adjudication.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { DecisionDialog } from '../DecisionDialog.tsx';
import dense from '../dense.module.css';
import { useDesk } from '../desk.ts';
import { BEFORE_MS } from '../events/before-event.ts';
import { eventWords } from '../events/event-words.ts';
import { PageHead } from '../PageHead.tsx';
import { goTo } from '../route.ts';
import { clockText, momentText } from '../time-text.ts';
import { useMay } from '../use-may.ts';
import { CaseStandingText, CaseSteps } from './CaseSteps.tsx';
import styles from './Cases.module.css';
import { caseWords } from './case-words.ts';
import { VerdictForm } from './VerdictForm.tsx';

interface CaseViewProps {
  shown: Case;
  onChanged: (changed: Case) => void;
  onBack: () => void;
}

/** One case: what was reported, what was done about it, and what whoever looks at it may do next. */
export function CaseView({ shown, onChanged, onBack }: CaseViewProps) {
  const words = useWords(caseWords);
  const kinds = useWords(eventWords).kind;
  const { http } = useDesk().connection;
  const [asked, setAsked] = useState<'passOnCase' | 'appealCase' | null>(null);
  const may = { judge: useMay('judgeCase'), decide: useMay('decideCase'), appeal: useMay('appealCase') };
  const { caseId, attemptId, candidate, report, standing, steps, intact } = shown;
  const params = { caseId };
  // Whose turn it is; that it needs another person than those before is for the server to say.
  const due = (kind: CaseStep['kind']) => stepRefusal(steps, kind, '') === null;
  return (
    <article className={styles.case} data-testid={`case-${caseId}`}>
      <PageHead title={`${candidate.name} · ${kinds[report.kind]}`}>
        <Button className={dense.button} onClick={onBack}>
          {words.back}
        </Button>
        <Button
          kind="primary"
          className={dense.button}
          onClick={() => goTo({ page: 'review', attemptId, at: Math.max(1, report.from - BEFORE_MS) })}
        >
          {words.watch}
        </Button>
      </PageHead>
      {!intact && (
        <Notice tone="danger" announce="alert">
          <p>{words.broken}</p>
        </Notice>
      )}
      <p className="tabular">
        {candidate.admissionNo} · {words.span(momentText(report.from), clockText(report.until))} ·{' '}
        {words.findings(report.findings.length)} · <CaseStandingText standing={standing} />
      </p>
      <CaseSteps steps={steps} />
      {may.judge && due('judged') && (
        <>
          <VerdictForm
            key={`judge-${steps.length}`}
            title={words.judgeTitle}
            label={words.judge}
            give={async (judgement) => onChanged(await http('judgeCase', judgement, params))}
          />
          <div className={styles.bar}>
            <Button className={dense.button} onClick={() => setAsked('passOnCase')}>
              {words.passOn}
            </Button>
          </div>
        </>
      )}
      {may.decide && due('decided') && (
        <VerdictForm
          key={`decide-${steps.length}`}
          title={words.decideTitle}
          label={words.decide}
          give={async (judgement) => onChanged(await http('decideCase', judgement, params))}
        />
      )}
      {may.appeal && due('appealed') && (
        <div className={styles.bar}>
          <Button className={dense.button} onClick={() => setAsked('appealCase')}>
            {words.appeal}
          </Button>
        </div>
      )}
      {asked !== null && (
        <DecisionDialog
          title={asked === 'passOnCase' ? words.passOn : words.appeal}
          ready={[]}
          label={asked === 'passOnCase' ? words.passOn : words.appeal}
          kind="primary"
          decide={async (text) => onChanged(await http(asked, { text }, params))}
          onClose={() => setAsked(null)}
        >
          <p>{asked === 'passOnCase' ? words.passOnEffect : words.appealEffect}</p>
        </DecisionDialog>
      )}
    </article>
  );
}
