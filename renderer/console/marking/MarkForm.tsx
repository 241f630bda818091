import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { GivenPoints } from '../../../shared/contract/marking.ts';
import type { Criterion } from '../../../shared/domain/paper.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import dense from '../dense.module.css';
import styles from './MarkForm.module.css';
import { markingWords } from './marking-words.ts';
import { typedPoints } from './typed-points.ts';

interface MarkFormProps {
  worth: number;
  criteria: readonly Criterion[];
  /** What this marker gave before. */
  mine: GivenPoints | null;
  busy: boolean;
  onGive: (given: GivenPoints) => void;
}

/** Without criteria the item itself is the one thing that gets points. */
const WHOLE = 'whole';

function firstTyped({ criteria, points }: GivenPoints): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...criteria, [WHOLE]: points }).map(([id, given]) => [id, String(given)]));
}

/** Points by criterion with the keyboard alone: Enter goes to the next empty one, and gives when none is left. */
export function MarkForm({ worth, criteria, mine, busy, onGive }: MarkFormProps) {
  const words = useWords(markingWords);
  const rows = criteria.length > 0 ? criteria : [{ id: WHOLE, text: words.give, points: worth }];
  const [typed, setTyped] = useState<Record<string, string>>(() => (mine ? firstTyped(mine) : {}));
  const [comment, setComment] = useState(mine?.comment ?? '');
  const [missing, setMissing] = useState(false);
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  useEffect(() => {
    fields.current[0]?.focus();
    fields.current[0]?.select();
  }, []);

  const given = rows.map(({ id, points }) => typedPoints(typed[id] ?? '', points));
  const total = given.reduce((sum: number, each) => sum + (typeof each === 'number' ? each : 0), 0);
  const wrong = rows.find((_, row) => given[row] === 'wrong');
  const complaint = wrong ? words.wrong(wrong.points) : missing && given.includes('empty') && words.missing;
  const go = (row: number) => {
    fields.current[row]?.focus();
    fields.current[row]?.select();
  };
  const submit = () => {
    const open = given.findIndex((each) => typeof each !== 'number');
    setMissing(open !== -1);
    if (open !== -1) return go(open);
    const byCriterion = rows.map(({ id }, row) => [id, given[row] as number] as const);
    onGive({ points: total, criteria: criteria.length > 0 ? Object.fromEntries(byCriterion) : {}, comment });
  };
  const onKey = (event: KeyboardEvent, row: number) => {
    // An Enter that ends a composition belongs to the input method.
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      go(Math.min(rows.length - 1, Math.max(0, row + step)));
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const next = given.findIndex((each, at) => at > row && each === 'empty');
    if (given[row] !== 'empty' && given[row] !== 'wrong' && next !== -1) go(next);
    else submit();
  };
  return (
    <form
      className={styles.form}
      aria-label={words.give}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={styles.rows}>
        {rows.map((criterion, row) => (
          <CriterionRow
            key={criterion.id}
            criterion={criterion}
            typed={typed[criterion.id] ?? ''}
            wrong={given[row] === 'wrong'}
            field={(element) => {
              fields.current[row] = element;
            }}
            onType={(text) => setTyped((before) => ({ ...before, [criterion.id]: text }))}
            onKey={(event) => onKey(event, row)}
          />
        ))}
      </div>
      <div className={styles.foot}>
        <input
          className={styles.comment}
          aria-label={words.comment}
          placeholder={words.comment}
          maxLength={1000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
          onKeyDown={(event) => onKey(event, rows.length)}
        />
        <output className={styles.total} aria-label={words.total}>
          {words.total} <strong className="tabular">{total}</strong> {words.of(worth)}
        </output>
        <Button type="submit" kind="primary" className={dense.button} busy={busy}>
          {words.submit}
        </Button>
      </div>
      <p className={styles.keys}>
        {complaint ? (
          <strong className={styles.missing} role="alert">
            {complaint}
          </strong>
        ) : (
          words.keys
        )}
      </p>
    </form>
  );
}

interface CriterionRowProps {
  criterion: Criterion;
  typed: string;
  wrong: boolean;
  field: (element: HTMLInputElement | null) => void;
  onType: (text: string) => void;
  onKey: (event: KeyboardEvent) => void;
}

function CriterionRow({ criterion: { text, points }, typed, wrong, field, onType, onKey }: CriterionRowProps) {
  const words = useWords(markingWords);
  const id = useId();
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{text}</label>
      <input
        ref={field}
        id={id}
        className={classNames(styles.points, 'tabular')}
        inputMode="decimal"
        autoComplete="off"
        maxLength={5}
        value={typed}
        aria-invalid={wrong || undefined}
        aria-describedby={`${id}-most`}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKey}
      />
      <span id={`${id}-most`} className={classNames(styles.most, wrong && styles.missing)}>
        {words.of(points)}
      </span>
    </div>
  );
}
