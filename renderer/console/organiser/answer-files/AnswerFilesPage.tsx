import { type DragEvent, useRef, useState } from 'react';
import { ANSWER_FILE_ENDING } from '../../../../shared/domain/answer-file.ts';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useWords } from '../../../ui/language.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { PageHead } from '../../PageHead.tsx';
import { AnswerFileRow } from './AnswerFileRow.tsx';
import styles from './AnswerFiles.module.css';
import { answerFilesWords } from './answer-files-words.ts';
import { useAnswerFiles } from './use-answer-files.ts';

/** Answers that come on a stick: looked at first, then imported (ANS-6). */
export function AnswerFilesPage() {
  const words = useWords(answerFilesWords);
  const { chosen, looking, busy, failure, takeable, look, take } = useAnswerFiles();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const hold = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void look([...event.dataTransfer.files]);
  };
  return (
    <section
      className={classNames(styles.page, over && styles.over)}
      aria-label={words.title}
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <PageHead title={words.title} />
      <p className={styles.hint}>{words.hint}</p>
      <div className={styles.bar}>
        <Button kind={chosen.length === 0 ? 'primary' : 'plain'} busy={busy} onClick={() => input.current?.click()}>
          {words.choose}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          accept={ANSWER_FILE_ENDING}
          aria-label={words.choose}
          hidden
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            void look(files);
          }}
        />
        <span className={styles.hint}>{words.drop}</span>
      </div>
      {looking !== null && <p role="status">{words.looking(looking)}</p>}
      <FailureNotice failure={failure} />
      {chosen.length > 0 && (
        <table className={styles.table} data-testid="answer-files">
          <thead>
            <tr>
              {(['file', 'whose', 'made', 'entries', 'effect'] as const).map((each) => (
                <th key={each} scope="col">
                  {words[each]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chosen.map((each) => (
              <AnswerFileRow key={`${each.file.name}/${each.file.size}`} chosen={each} />
            ))}
          </tbody>
        </table>
      )}
      {takeable.length > 0 && (
        <Button kind="primary" busy={busy} onClick={() => void take()}>
          {words.take(takeable.length)}
        </Button>
      )}
    </section>
  );
}
