import { useCallback } from 'react';
import type { RouteReply } from '../../../shared/contract/http.ts';
import { Button } from '../../ui/Button.tsx';
import { PictureContext, usePictureShelf } from '../../ui/content/pictures.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import dense from '../dense.module.css';
import { useDesk } from '../desk.ts';
import { LoadState } from '../LoadState.tsx';
import { RefreshButton } from '../RefreshButton.tsx';
import table from '../table.module.css';
import { useLoaded } from '../use-loaded.ts';
import { MarkForm } from './MarkForm.tsx';
import styles from './MarkingDesk.module.css';
import { markingWords } from './marking-words.ts';
import { QuestionPane } from './QuestionPane.tsx';
import { ResponseText } from './ResponseText.tsx';
import { type MarkingState, useMarking } from './use-marking.ts';

interface MarkingDeskProps {
  place: { sessionId: string; itemId: string };
  onBack: () => void;
}

/** The question and its rubric on the left; a response, its points and the next one on the right. */
export function MarkingDesk({ place: { sessionId, itemId }, onBack }: MarkingDeskProps) {
  const words = useWords(markingWords);
  const { http } = useDesk().connection;
  const load = useCallback(() => http('markingMaterial', { sessionId, itemId }), [http, sessionId, itemId]);
  const loaded = useLoaded(load);
  const marking = useMarking({ sessionId, itemId });
  const material = loaded.value;
  return (
    <div className={styles.desk}>
      <div className={styles.bar}>
        <Button className={dense.button} onClick={onBack}>
          ← {words.back}
        </Button>
        {material && (
          <h1 className={styles.title}>
            {words.number(material.number)} · {words.pointsOf(material.item.points)}
          </h1>
        )}
        {marking.left !== null && marking.left > 0 && (
          <span className={table.soft} data-testid="left">
            {words.left(marking.left)}
          </span>
        )}
        <span className={styles.last} role="status">
          {marking.last && words.given(marking.last.code, marking.last.points)}
        </span>
        {marking.last && (
          <Button className={dense.button} busy={marking.busy} onClick={() => void marking.correctLast()}>
            {words.correct}
          </Button>
        )}
      </div>
      <LoadState loaded={loaded} />
      {material && <Panes material={material} marking={marking} onBack={onBack} />}
    </div>
  );
}

interface PanesProps {
  material: RouteReply<'markingMaterial'>;
  marking: MarkingState;
  onBack: () => void;
}

function Panes({ material, marking, onBack }: PanesProps) {
  const words = useWords(markingWords);
  const shelf = usePictureShelf(material.pictures);
  const { task } = marking;
  return (
    <div className={styles.panes}>
      <PictureContext value={shelf}>
        <QuestionPane material={material} />
      </PictureContext>
      <div className={styles.right}>
        <Refusal marking={marking} />
        {task === undefined && marking.failure === null && <p role="status">…</p>}
        {task === null && (
          <Notice
            tone="success"
            title={words.done}
            announce="status"
            actions={
              <Button kind="primary" onClick={onBack}>
                {words.back}
              </Button>
            }
          >
            <p>{words.doneBody}</p>
          </Notice>
        )}
        {task && (
          <>
            <ResponseText key={`response ${marking.turn}`} item={material.item} task={task} />
            <MarkForm
              key={`form ${marking.turn}`}
              worth={material.item.points}
              criteria={material.criteria}
              mine={task.mine}
              busy={marking.busy}
              onGive={(points) => void marking.give(points)}
            />
          </>
        )}
      </div>
    </div>
  );
}

function Refusal({ marking: { failure, task, takeNext } }: { marking: MarkingState }) {
  const { language } = useLanguage();
  if (failure === null) return null;
  const actions = !task && <RefreshButton onClick={() => void takeNext()} />;
  return (
    <Notice tone="danger" announce="alert" actions={actions}>
      <p>{reasonText(failure, language)}</p>
    </Notice>
  );
}
