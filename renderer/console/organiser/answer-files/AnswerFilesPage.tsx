import { ANSWER_FILE_ENDING } from '../../../../shared/domain/answer-file.ts';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useWords } from '../../../ui/language.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { PageHead } from '../../PageHead.tsx';
import table from '../../table.module.css';
import { FileButton } from '../FileButton.tsx';
import { useFileDrop } from '../use-file-drop.ts';
import { AnswerFileRow } from './AnswerFileRow.tsx';
import styles from './AnswerFiles.module.css';
import { answerFilesWords } from './answer-files-words.ts';
import { useAnswerFiles } from './use-answer-files.ts';

/** Answers that come on a stick: looked at first, then imported (ANS-6). */
export function AnswerFilesPage() {
  const words = useWords(answerFilesWords);
  const { chosen, looking, busy, failure, takeable, look, take } = useAnswerFiles();
  const { over, target } = useFileDrop((files) => void look(files));
  return (
    <section className={classNames(styles.page, over && styles.over)} aria-label={words.title} {...target}>
      <PageHead title={words.title} />
      <p className={styles.hint}>{words.hint}</p>
      <div className={styles.bar}>
        <FileButton
          label={words.choose}
          accept={ANSWER_FILE_ENDING}
          kind={chosen.length === 0 ? 'primary' : 'plain'}
          busy={busy}
          multiple
          onFiles={(files) => void look(files)}
        />
        <span className={styles.hint}>{words.drop}</span>
      </div>
      {looking !== null && <p role="status">{words.looking(looking)}</p>}
      <FailureNotice failure={failure} />
      {chosen.length > 0 && (
        <table className={table.table} data-testid="answer-files">
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
