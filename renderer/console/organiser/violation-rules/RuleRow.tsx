import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useLanguage, useWords } from '../../../ui/language.tsx';
import dense from '../../dense.module.css';
import { watchedText } from '../../events/watched-detail.ts';
import editor from '../editor.module.css';
import styles from './rules.module.css';
import { rulesWords } from './rules-words.ts';
import { type RuleTime, readTyped, TIMES, type TypedRule, usualRule } from './typed-rules.ts';

interface RuleRowProps {
  rule: TypedRule;
  faults: readonly RuleTime[];
  onChange(rule: TypedRule): void;
}

const SEVERITIES = ['low', 'medium', 'high'] as const;
/** Longer than any that is taken, so that a fault can say what is wrong instead of a field that stops taking keys. */
const LONGEST = 12;

export function RuleRow({ rule, faults, onChange }: RuleRowProps) {
  const words = useWords(rulesWords);
  const { language } = useLanguage();
  const kind = watchedText(rule.kind, language);
  const isUsual = faults.length === 0 && Object.keys(readTyped([rule])).length === 0;
  return (
    <tr className={classNames(!rule.on && styles.off)} data-kind={rule.kind}>
      <td>
        <input
          type="checkbox"
          className={styles.check}
          aria-label={words.of(words.columns.on, kind)}
          checked={rule.on}
          onChange={(event) => onChange({ ...rule, on: event.target.checked })}
        />
      </td>
      <th scope="row">{kind}</th>
      {TIMES.map((time) => (
        <td key={time}>
          <input
            className={classNames(editor.input, styles.time, faults.includes(time) && editor.faulty)}
            aria-label={words.of(words.columns[time], kind)}
            aria-invalid={faults.includes(time)}
            inputMode="decimal"
            maxLength={LONGEST}
            disabled={!rule.on}
            value={rule[time]}
            onChange={(event) => onChange({ ...rule, [time]: event.target.value })}
          />
        </td>
      ))}
      <td>
        <select
          className={classNames(editor.input, styles.time)}
          aria-label={words.of(words.columns.severity, kind)}
          disabled={!rule.on}
          value={rule.severity}
          onChange={(event) => {
            const severity = SEVERITIES.find((each) => each === event.target.value);
            if (severity) onChange({ ...rule, severity });
          }}
        >
          {SEVERITIES.map((severity) => (
            <option key={severity} value={severity}>
              {words.severity[severity]}
            </option>
          ))}
        </select>
      </td>
      <td>
        {!isUsual && (
          <Button
            className={dense.button}
            aria-label={words.usualOf(kind)}
            onClick={() => onChange(usualRule(rule.kind))}
          >
            {words.usual}
          </Button>
        )}
      </td>
    </tr>
  );
}
