import { type FormEvent, useId, useState } from 'react';
import { Fault } from '../../../shared/support/fault.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import dense from '../dense.module.css';
import { useDesk } from '../desk.ts';
import { ReadyTexts } from '../ReadyTexts.tsx';
import { Select } from '../Select.tsx';
import entry from '../text-entry.module.css';
import { clockText } from '../time-text.ts';
import styles from './MessageComposer.module.css';
import { messageWords } from './message-words.ts';
import { type MessageLanguage, PRESET_WARNINGS, presetText } from './preset-warnings.ts';

const MAX_LENGTH = 500;

interface MessageComposerProps {
  /** Null: to every candidate. */
  attemptId: string | null;
  /** What the sending button says. */
  sendLabel: string;
}

/** A message from a preset or typed; told as sent only after the server has it. */
export function MessageComposer({ attemptId, sendLabel }: MessageComposerProps) {
  const { connection } = useDesk();
  const words = useWords(messageWords);
  const { language } = useLanguage();
  const [presetLanguage, setPresetLanguage] = useState<MessageLanguage>('zh-CN');
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [sentAt, setSentAt] = useState<number | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const id = useId();

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!text.trim() || busy) return;
    setBusy(true);
    setFailure(null);
    setSentAt(null);
    try {
      const message = await connection.request('message.send', { attemptId, text: text.trim() });
      setSentAt(message.at);
      setText('');
    } catch (cause) {
      if (!(cause instanceof Fault)) console.error('sending a message failed', cause);
      setFailure(cause);
    } finally {
      setBusy(false);
    }
  }

  function take(index: number): void {
    const preset = PRESET_WARNINGS[index];
    if (preset) setText(presetText(preset, presetLanguage));
  }

  return (
    <form className={entry.entry} onSubmit={(event) => void send(event)}>
      <div className={styles.bar}>
        <h2 className={entry.label}>{words.presets}</h2>
        <Select
          label={words.presetLanguage}
          value={presetLanguage}
          onChange={(chosen) => setPresetLanguage(chosen as MessageLanguage)}
          options={[
            ['zh-CN', '中文'],
            ['en', 'English'],
            ['both', words.both],
          ]}
        />
      </div>
      <ReadyTexts
        texts={PRESET_WARNINGS.map((preset) => preset[presetLanguage === 'both' ? language : presetLanguage])}
        onTake={take}
      />
      <label className={entry.label} htmlFor={id}>
        {words.text}
      </label>
      <textarea
        id={id}
        className={entry.text}
        rows={3}
        maxLength={MAX_LENGTH}
        placeholder={words.placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-describedby={`${id}-left`}
      />
      <div className={styles.bar}>
        <span id={`${id}-left`} className={styles.left}>
          {words.left(MAX_LENGTH - text.length)}
        </span>
        <Button type="submit" kind="primary" className={dense.button} busy={busy} disabled={!text.trim()}>
          {sendLabel}
        </Button>
      </div>
      {sentAt !== null && (
        <Notice tone="success" announce="status">
          <p>{words.sent(clockText(sentAt))}</p>
        </Notice>
      )}
      {failure !== null && (
        <Notice tone="danger" announce="alert">
          <p>{reasonText(failure, language)}</p>
        </Notice>
      )}
    </form>
  );
}
