import { useCallback, useState } from 'react';
import type { PublicationsView } from '../../../shared/contract/publication.ts';
import type { Examination } from '../../../shared/contract/views.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import dense from '../dense.module.css';
import { useDesk } from '../desk.ts';
import { LoadState } from '../LoadState.tsx';
import { dateText } from '../time-text.ts';
import { useLoaded } from '../use-loaded.ts';
import { useServerNow } from '../use-server-now.ts';
import styles from './Publication.module.css';
import { PublicationList } from './PublicationList.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { publicationWords } from './publication-words.ts';

/** What candidates are told of an examination's results, and publishing them. `freshness`: what it is loaded anew for. */
export function PublicationPanel({ examination, freshness }: { examination: Examination; freshness: number }) {
  const words = useWords(publicationWords);
  const { http } = useDesk().connection;
  const { id: examinationId } = examination;
  // biome-ignore lint/correctness/useExhaustiveDependencies: freshness asks for a new reading without entering it
  const load = useCallback(() => http('publications', {}, { examinationId }), [http, examinationId, freshness]);
  const loaded = useLoaded(load);
  const [publishing, setPublishing] = useState(false);
  const view = loaded.value;
  const now = useServerNow();
  if (!view) return <LoadState loaded={loaded} />;
  const over = now >= view.endsAt;
  return (
    <section className={styles.panel} data-testid="publication">
      <div className={styles.head}>
        <h2 className={styles.title}>{words.title}</h2>
        <p className={styles.state}>{over ? <StandingText view={view} /> : words.notOver(dateText(view.endsAt))}</p>
        <a href="/results/" target="_blank" rel="noreferrer">
          {words.page}
        </a>
        {over && (
          <Button className={dense.button} onClick={() => setPublishing(true)}>
            {view.publications.length > 0 ? words.correct : words.publish}
          </Button>
        )}
      </div>
      <LoadState loaded={loaded} />
      {!view.intact && (
        <Notice tone="danger">
          <p>{words.broken}</p>
        </Notice>
      )}
      {view.changed > 0 && (
        <Notice tone="warning">
          <p>{words.changed(view.changed)}</p>
        </Notice>
      )}
      {over && <Lacks lacks={view.lacks} examination={examination} />}
      {view.publications.length > 0 && <PublicationList view={view} />}
      {publishing && (
        <PublishDialog
          examination={examination}
          view={view}
          onClose={() => setPublishing(false)}
          onPublished={loaded.reload}
        />
      )}
    </section>
  );
}

function StandingText({ view: { publications, holding } }: { view: PublicationsView }) {
  const words = useWords(publicationWords);
  const [latest] = publications;
  if (!latest) return words.none;
  const at = dateText(latest.visibleFrom);
  if (latest.seq === holding) return words.holding(at);
  return holding === null ? words.scheduled(at) : words.replacing(at);
}

function Lacks({ lacks, examination }: { lacks: PublicationsView['lacks']; examination: Examination }) {
  const words = useWords(publicationWords);
  const { unmarked, openCases, first } = lacks;
  const rest = unmarked + openCases - first.length;
  const titleOf = (sessionId: string) => examination.sessions.find(({ id }) => id === sessionId)?.title ?? sessionId;
  if (unmarked + openCases === 0) return null;
  return (
    <details data-testid="publication-lacks">
      <summary>{words.lacks(unmarked, openCases)}</summary>
      <ul className={styles.names}>
        {first.map(({ kind, sessionId, admissionNo, name }) => (
          <li key={`${admissionNo} ${sessionId}`}>
            {admissionNo} {name} · {titleOf(sessionId)} · {words.kinds[kind]}
          </li>
        ))}
        {rest > 0 && <li>{words.more(rest)}</li>}
      </ul>
    </details>
  );
}
