import type { AttemptEvent } from '../../../shared/contract/views.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import dense from '../dense.module.css';
import { useDesk } from '../desk.ts';
import { eventDetailWords } from '../events/event-detail-words.ts';
import { clockText } from '../time-text.ts';
import { useTask } from '../use-task.ts';
import styles from './RearViewConfirm.module.css';
import { rearConfirmWords } from './rear-confirm-words.ts';
import { rearVerdict } from './rear-verdict.ts';
import type { SignedInPlace } from './signed-in-place.ts';
import { useAttemptData } from './use-attempt-data.ts';

/** The latest word about where this phone stands; another phone stands somewhere else. */
function confirmation(events: readonly AttemptEvent[]): AttemptEvent | null {
  const about = events
    .filter(({ kind }) => kind === 'rear_view_confirmed' || kind === 'phone_paired')
    .reduce<AttemptEvent | null>((latest, event) => (latest && latest.at > event.at ? latest : event), null);
  return about?.kind === 'rear_view_confirmed' ? about : null;
}

/** Where the phone stands is confirmed by a person the first time; what the candidate's computer found is said beside. */
export function RearViewConfirm({ place, freshness }: { place: SignedInPlace; freshness: string }) {
  const words = useWords(rearConfirmWords);
  const { language } = useLanguage();
  const { http } = useDesk().connection;
  const { value } = useAttemptData('attemptEvents', place.attemptId, freshness);
  const task = useTask();
  const confirm = async (): Promise<void> => {
    await http('confirmRearView', {}, { attemptId: place.attemptId });
  };
  if (place.phone === 'none' || !value) return null;
  const confirmed = confirmation(value.events);
  if (confirmed) {
    return (
      <p className={styles.done} data-testid="rear-confirmed">
        {words.done(String(confirmed.detail.by ?? ''), clockText(confirmed.at))}
      </p>
    );
  }
  const verdict = rearVerdict(value.events);
  const found = verdict?.fault ? (eventDetailWords[language].value[verdict.fault] ?? verdict.fault) : null;
  return (
    <div className={styles.open}>
      {verdict && (
        <p
          className={found ? styles.fault : styles.word}
          data-testid="rear-finding"
          data-fault={verdict.fault ?? 'none'}
        >
          {verdict.fault !== null ? words.found(found ?? '', clockText(verdict.at)) : words.fine}
        </p>
      )}
      <p>{words.look}</p>
      <Button className={dense.button} disabled={task.busy} onClick={() => void task.run(confirm)}>
        {words.confirm}
      </Button>
      {task.failure !== null && <p role="alert">{reasonText(task.failure, language)}</p>}
    </div>
  );
}
