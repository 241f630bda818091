import { type KeyboardEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { decisionWords } from '../decision-words.ts';
import { useDesk } from '../desk.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { PRESET_WARNINGS, presetText, warningKey, warningOfKey } from '../messages/preset-warnings.ts';
import entry from '../text-entry.module.css';
import { useTask } from '../use-task.ts';
import { actionWords } from './action-words.ts';
import type { SignedInPlace } from './signed-in-place.ts';
import styles from './WarnDialog.module.css';

interface WarnDialogProps {
  place: SignedInPlace;
  onSent(text: string, at: number): void;
  onClose(): void;
}

/** The common warnings by their number: one press sends one. */
export function WarnDialog({ place, onSent, onClose }: WarnDialogProps) {
  const { connection } = useDesk();
  const words = useWords(actionWords);
  const { cancel } = useWords(decisionWords);
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<number | null>(null);
  const task = useTask();

  function send(index: number): void {
    const preset = PRESET_WARNINGS[index];
    if (!preset || task.busy) return;
    setChosen(index);
    void task.run(async () => {
      // Whoever reads the console in English may have a candidate who does not.
      const text = presetText(preset, language === 'en' ? 'both' : language);
      const { at } = await connection.request('message.send', { attemptId: place.attemptId, text });
      onSent(preset[language], at);
      onClose();
    });
  }
  const onKey = (event: KeyboardEvent): void => {
    const index = event.ctrlKey || event.metaKey || event.altKey ? null : warningOfKey(event.key);
    if (index === null) return;
    event.preventDefault();
    send(index);
  };

  return (
    <Dialog
      title={words.warnTitle(place.name)}
      onCancel={onClose}
      actions={<Button onClick={onClose}>{cancel}</Button>}
    >
      <p>{words.warnEffect}</p>
      <ol className={styles.warnings} onKeyDown={onKey}>
        {PRESET_WARNINGS.map((preset, index) => (
          <li key={preset.en}>
            <button
              type="button"
              // biome-ignore lint/a11y/noAutofocus: the digits are heard where the focus is, and the dialog is opened by a key
              autoFocus={index === 0}
              aria-busy={task.busy && chosen === index}
              className={entry.readyText}
              onClick={() => send(index)}
            >
              {warningKey(index) && <kbd className={styles.key}>{warningKey(index)}</kbd>} {preset[language]}
            </button>
          </li>
        ))}
      </ol>
      <FailureNotice failure={task.failure} />
    </Dialog>
  );
}
