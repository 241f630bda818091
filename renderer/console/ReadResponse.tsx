import { rawPaths } from '../../shared/contract/http.ts';
import type { ReadResponse as Response } from '../../shared/contract/results.ts';
import type { Item, ResponseValue } from '../../shared/domain/paper.ts';
import { assertNever } from '../../shared/support/assert-never.ts';
import { useWords } from '../ui/language.tsx';
import styles from './ReadResponse.module.css';
import { responseWords } from './response-words.ts';
import { SaveButton } from './SaveButton.tsx';

/** A response as markers and organisers read it. */
export function ReadResponse({ item, response }: { item: Item; response: Response }) {
  const words = useWords(responseWords);
  if (response.kind === 'written') return <Written item={item} value={response.value} />;
  const { submissionId, format, bytes, pages } = response;
  return (
    <div>
      <p>{words.file(format, (bytes / 1e6).toFixed(1), pages)}</p>
      <SaveButton path={rawPaths.thesisContent + submissionId} fileName={`${submissionId}.${format}`}>
        {words.save}
      </SaveButton>
    </div>
  );
}

function Written({ item, value }: { item: Item; value: ResponseValue }) {
  const words = useWords(responseWords);
  switch (value.kind) {
    case 'choice':
      return <p>{value.chosen.map((id) => optionText(item, id, words)).join('、')}</p>;
    case 'text':
      return <Part text={value.text} />;
    case 'calculation':
      return (
        <>
          <Part title={words.steps} text={value.steps} />
          <Part title={words.result} text={value.result} unit={item.kind === 'calculation' ? item.unit : ''} />
        </>
      );
    case 'handling':
      return (
        <>
          <Part title={words.decision} text={optionText(item, value.decision, words)} />
          <Part title={words.action} text={value.action} />
          <Part title={words.reason} text={value.reason} />
        </>
      );
    default:
      return assertNever(value);
  }
}

/** An option of a choice or a decision as the paper words it. */
export function optionText(item: Item, id: string, words: { right: string; wrong: string }): string {
  if (item.kind === 'true_false') return id === 'true' ? words.right : words.wrong;
  const options = item.kind === 'handling' ? item.decisions : 'options' in item ? item.options : [];
  return options.find((option) => option.id === id)?.text ?? '';
}

function Part({ title, text, unit = '' }: { title?: string; text: string; unit?: string }) {
  const words = useWords(responseWords);
  const length = [...text.replace(/\s/g, '')].length;
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>
        {title ?? words.text} <span className={styles.soft}>{words.characters(length)}</span>
      </h3>
      {length === 0 ? (
        <p className={styles.soft}>{words.empty}</p>
      ) : (
        <p className={styles.text} data-testid="response-text">
          {text}
          {unit && <span className={styles.soft}> {unit}</span>}
        </p>
      )}
    </section>
  );
}
