import { type DragEvent, useRef, useState } from 'react';
import type { ThesisLimits } from '../../../shared/domain/paper.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { reasonText } from '../../ui/reason-words.ts';
import { useObservable } from '../use-observable.ts';
import { useRoom } from '../window/exam-context.ts';
import styles from './ThesisScreen.module.css';
import { thesisWords } from './thesis-words.ts';

const MEGABYTE = 1024 * 1024;
const inMegabytes = (bytes: number) => (bytes / MEGABYTE).toFixed(1);

/** Where a file is chosen or dropped, and how far it is. */
export function UploadBox({ limits, again }: { limits: ThesisLimits; again: boolean }) {
  const words = useWords(thesisWords);
  const { language } = useLanguage();
  const { thesis } = useRoom();
  const { sending, refused, unfinished } = useObservable(thesis);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const formats = limits.formats.map((format) => format.toUpperCase()).join(language === 'en' ? ' or ' : '、');
  const mb = Math.floor(limits.maxBytes / MEGABYTE);

  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) thesis.choose(file);
  };
  const drag = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };

  if (sending) {
    const { phase, sent, bytes, fileName } = sending;
    return (
      <section className={styles.box} aria-label={words.submit}>
        <p className={styles.file}>{fileName}</p>
        <div role="status">
          <p>
            <strong>{words.phase[phase]}</strong>
          </p>
          {phase === 'paused' && <p>{words.pausedBody}</p>}
        </div>
        <ProgressLine label={words.phase[phase]} value={sent / bytes} />
        <p className="tabular">{words.progress(inMegabytes(sent), inMegabytes(bytes))}</p>
        {phase !== 'checking' && (
          <Button kind="quiet" onClick={thesis.cancel}>
            {words.cancel}
          </Button>
        )}
      </section>
    );
  }
  return (
    <section
      className={classNames(styles.box, over && styles.over)}
      aria-label={words.submit}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2>{again ? words.replace : words.submit}</h2>
      <p>{words.limits(formats, mb, limits.minPages, limits.maxPages)}</p>
      {refused && (
        <Notice tone="danger" title={words.refused(refused.fileName)} announce="alert">
          <p>{reasonText(refused.fault, language)}</p>
        </Notice>
      )}
      {unfinished && !refused && (
        <Notice tone="warning">
          <p>{words.unfinished(unfinished)}</p>
        </Notice>
      )}
      <input
        ref={input}
        type="file"
        hidden
        data-testid="thesis-file"
        accept={limits.formats.map((format) => `.${format}`).join()}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) thesis.choose(file);
          // The same file, corrected, may be chosen again.
          target.value = '';
        }}
      />
      <div className={styles.choose}>
        <Button kind={again ? 'plain' : 'primary'} onClick={() => input.current?.click()}>
          {words.choose}
        </Button>
        <span>{words.drop}</span>
      </div>
      {again && <p className={styles.soft}>{words.replaceHint}</p>}
    </section>
  );
}
