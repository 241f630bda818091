import { useId, useState } from 'react';
import { groundsOf, VERDICTS, type Verdict } from '../../../shared/domain/case-grounds.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { ReasonField } from '../ReasonField.tsx';
import select from '../Select.module.css';
import { useTask } from '../use-task.ts';
import styles from './Cases.module.css';
import { caseWords } from './case-words.ts';

interface VerdictFormProps {
  title: string;
  label: string;
  give: (judgement: { verdict: Verdict; ground: string; text: string }) => Promise<unknown>;
}

/** A verdict with its ground from the tree and a text; nothing is chosen beforehand. */
export function VerdictForm({ title, label, give }: VerdictFormProps) {
  const words = useWords(caseWords);
  const language = useLanguage().language === 'en' ? 'en' : 'zh';
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [ground, setGround] = useState('');
  const [text, setText] = useState('');
  const [pressed, setPressed] = useState(false);
  const task = useTask();
  const id = useId();
  const groups = new Map<string, { code: string; text: string }[]>();
  for (const { code, group, leaf } of verdict === null ? [] : groundsOf(verdict)) {
    groups.set(group[language], [...(groups.get(group[language]) ?? []), { code, text: leaf[language] }]);
  }
  const press = (): void => {
    setPressed(true);
    if (verdict === null || ground === '' || text.trim() === '') return;
    void task.run(async () => {
      await give({ verdict, ground, text: text.trim() });
    });
  };
  return (
    <section className={styles.form} aria-label={title} data-testid="verdict-form">
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.bar} role="radiogroup" aria-label={title}>
        {VERDICTS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={id}
              checked={each === verdict}
              onChange={() => {
                setVerdict(each);
                setGround('');
              }}
            />{' '}
            {words.verdict[each]}
          </label>
        ))}
      </div>
      <span className={select.pair}>
        <label htmlFor={`${id}-ground`}>{words.ground}</label>
        <select
          id={`${id}-ground`}
          className={select.select}
          value={ground}
          disabled={verdict === null}
          aria-invalid={(pressed && ground === '') || undefined}
          onChange={(event) => setGround(event.target.value)}
        >
          <option value="">{words.chooseGround}</option>
          {[...groups].map(([group, leaves]) => (
            <optgroup key={group} label={group}>
              {leaves.map((leaf) => (
                <option key={leaf.code} value={leaf.code}>
                  {leaf.text}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </span>
      {pressed && ground === '' && <p role="alert">{words.groundMissing}</p>}
      <ReasonField
        label={words.text}
        ready={[]}
        value={text}
        missing={pressed && text.trim() === '' ? words.textMissing : null}
        onChange={setText}
      />
      <p className={styles.soft}>{words.annotationNote}</p>
      <FailureNotice failure={task.failure} />
      <div className={styles.bar}>
        <Button kind="primary" busy={task.busy} onClick={press}>
          {label}
        </Button>
      </div>
    </section>
  );
}
