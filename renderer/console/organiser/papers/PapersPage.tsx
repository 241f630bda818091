import { useCallback, useState } from 'react';
import { paperFilePaths, type SessionPaper } from '../../../../shared/contract/paper-import.ts';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useLanguage, useWords } from '../../../ui/language.tsx';
import { useDesk } from '../../desk.ts';
import { LoadState } from '../../LoadState.tsx';
import { PageHead } from '../../PageHead.tsx';
import { SaveButton } from '../../SaveButton.tsx';
import { dayText, minuteText } from '../../time-text.ts';
import { useLoaded } from '../../use-loaded.ts';
import imports from '../import.module.css';
import { PaperImportPanel } from './PaperImportPanel.tsx';
import { PaperSummaryList } from './PaperSummaryList.tsx';
import styles from './papers.module.css';
import { papersWords } from './papers-words.ts';

/** Which session has which paper, and whether it is worth what annex 2 says. */
export function PapersPage() {
  const { http } = useDesk().connection;
  const loaded = useLoaded(useCallback(() => http('sessionPapers', {}), [http]));
  const [opened, open] = useState<string | null>(null);
  const words = useWords(papersWords);
  const sessions = loaded.value?.sessions ?? [];
  const session = sessions.find(({ sessionId }) => sessionId === opened);
  if (session) return <SessionPage session={session} leave={() => open(null)} reload={loaded.reload} />;
  return (
    <div className={imports.stack}>
      <PageHead title={words.title}>
        <span className={imports.soft}>{words.hint}</span>
      </PageHead>
      <LoadState loaded={loaded} />
      {loaded.value && <SessionTable sessions={sessions} open={open} />}
    </div>
  );
}

function SessionTable({ sessions, open }: { sessions: readonly SessionPaper[]; open(sessionId: string): void }) {
  const words = useWords(papersWords);
  return (
    <table className={classNames(imports.table, styles.papers)} data-testid="papers">
      <thead>
        <tr>
          {(['examination', 'session', 'paper', 'items', 'points', 'until'] as const).map((each) => (
            <th key={each} scope="col">
              {words[each]}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {sessions.map(
          ({ sessionId, examinationId, examinationTitle, sessionTitle, paper, replaceable, closesAt }, at) => (
            <tr key={sessionId} data-session={sessionId}>
              <td>{sessions[at - 1]?.examinationId !== examinationId && <b>{examinationTitle}</b>}</td>
              <th scope="row">{sessionTitle}</th>
              <td>{paper?.title ?? words.none}</td>
              <td className="tabular">{paper?.items}</td>
              <td>
                {paper?.components.map(({ component, title, points, paperPoints }) => (
                  <div key={component} className={paperPoints === points ? undefined : imports.bad}>
                    {title} <span className="tabular">{`${paperPoints} / ${points}`}</span>
                  </div>
                ))}
              </td>
              <td className="tabular">{replaceable ? `${dayText(closesAt)} ${minuteText(closesAt)}` : words.closed}</td>
              <td>
                <Button
                  kind="quiet"
                  onClick={() => open(sessionId)}
                  aria-label={`${words.open} ${examinationTitle} ${sessionTitle}`}
                >
                  {words.open}
                </Button>
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

interface SessionPageProps {
  session: SessionPaper;
  leave(): void;
  reload(): void;
}

function SessionPage({ session, leave, reload }: SessionPageProps) {
  const words = useWords(papersWords);
  const { language } = useLanguage();
  const { sessionId, examinationTitle, sessionTitle, paper } = session;
  const path = paperFilePaths.export.replace(':sessionId', encodeURIComponent(sessionId));
  const name = words.fileName(`${examinationTitle}-${sessionTitle}`);
  return (
    <div className={imports.stack}>
      <PageHead title={`${examinationTitle} ${sessionTitle}`}>
        <Button kind="quiet" onClick={leave}>
          ← {words.back}
        </Button>
      </PageHead>
      <section className={imports.panel} aria-labelledby="present-paper" data-testid="present">
        <h2 id="present-paper">{words.present}</h2>
        {paper ? <PaperSummaryList paper={paper} /> : <p>{words.none}</p>}
        {paper && (
          <div className={imports.bar}>
            <SaveButton
              path={`${path}?format=xlsx&language=${language === 'en' ? 'en' : 'zh'}`}
              fileName={`${name}.xlsx`}
            >
              {words.export.xlsx}
            </SaveButton>
            <SaveButton path={`${path}?format=qti`} fileName={`${name}.zip`}>
              {words.export.qti}
            </SaveButton>
            <span className={imports.soft}>{words.export.hint}</span>
          </div>
        )}
      </section>
      <PaperImportPanel session={session} onTaken={reload} />
    </div>
  );
}
