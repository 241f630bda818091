import { useState } from 'react';
import type { AttemptEvent } from '../../../shared/contract/views.ts';
import { clearances } from '../../../shared/domain/clearance.ts';
import type { Session } from '../../../shared/domain/timetable.ts';
import { VIOLATION_KINDS, type ViolationKind } from '../../../shared/domain/violation.ts';
import { useWords } from '../../ui/language.tsx';
import { DecisionDialog } from '../DecisionDialog.tsx';
import { useDesk } from '../desk.ts';
import { eventWords } from '../events/event-words.ts';
import { Select } from '../Select.tsx';
import { clockText } from '../time-text.ts';
import styles from './Cases.module.css';
import { caseWords } from './case-words.ts';

interface ReportDialogProps {
  attemptId: string;
  name: string;
  sessions: readonly Session[];
  events: readonly AttemptEvent[];
  /** What was seen, where it is known; else the time of the findings of the kind that is chosen. */
  span?: { from: number; until: number };
  onReported: () => void;
  onClose: () => void;
}

/** Reports a violation for adjudication, with the findings that show it. */
export function ReportDialog({ attemptId, name, sessions, events, span, onReported, onClose }: ReportDialogProps) {
  const { connection } = useDesk();
  const words = useWords(caseWords);
  const kinds = useWords(eventWords).kind;
  const [kind, setKind] = useState<ViolationKind>('manual');
  const now = connection.clock.now();
  const cleared = clearances(events);
  const findings = events.filter(
    (event) =>
      event.kind === kind &&
      !cleared.has(event.id) &&
      (!span || (event.at >= span.from - 60_000 && event.at <= span.until + 60_000)),
  );
  const times = findings.map(({ at }) => at);
  const { from, until } = span ?? { from: Math.min(...times, now), until: times.length ? Math.max(...times) : now };
  const live = sessions.filter(({ mode }) => mode === 'live');
  const during = live.find(({ startsAt, endsAt }) => from >= startsAt && from <= endsAt) ?? live[0];
  const [chosen, setChosen] = useState<string | null>(null);
  const sessionId = chosen ?? during?.id ?? '';
  return (
    <DecisionDialog
      title={words.reportTitle(name)}
      ready={[]}
      label={words.report}
      kind="primary"
      decide={async (text) => {
        const report = { sessionId, kind, from, until, findings: findings.slice(-200).map(({ id }) => id) };
        await connection.http('reportCase', { report, text }, { attemptId });
        onReported();
      }}
      onClose={onClose}
    >
      <p>{words.reportEffect}</p>
      <p className={styles.bar}>
        <Select
          label={words.kind}
          value={kind}
          onChange={(value) => setKind(VIOLATION_KINDS.find((each) => each === value) ?? 'manual')}
          options={VIOLATION_KINDS.map((each) => [each, kinds[each]])}
        />
        <Select
          label={words.session}
          value={sessionId}
          onChange={setChosen}
          options={live.map(({ id, title }) => [id, title])}
        />
      </p>
      <p className="tabular">
        {words.span(clockText(from), clockText(until))} · {words.findings(findings.length)}
      </p>
    </DecisionDialog>
  );
}
