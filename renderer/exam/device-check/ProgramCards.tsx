import type { FoundProgram } from '../../../shared/contract/prohibited-programs.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { useObservable } from '../use-observable.ts';
import { useExamWindow, useRoom } from '../window/exam-context.ts';
import { systemOf } from '../window/system-of.ts';
import styles from './ProgramCards.module.css';
import type { Closing } from './program-closing.ts';
import { programWords } from './program-words.ts';

const SYSTEM = { windows7: 'windows', windows10: 'windows', macos: 'macos', other: 'other' } as const;

/** Under the row of programs: a card for each that should not run, and what was closed. */
export function ProgramCards({ found }: { found: readonly FoundProgram[] }) {
  const words = useWords(programWords);
  const { language } = useLanguage();
  const { closings } = useObservable(useRoom().programs);
  const nameOf = ({ name }: FoundProgram) => (language === 'en' ? name.en : name.zh);
  const gone = closings.filter(
    ({ program, outcome }) => outcome !== null && !found.some(({ id }) => id === program.id),
  );
  return (
    <div className={styles.programs}>
      {found.length > 0 && (
        <ul className={styles.cards}>
          {found.map((program) => (
            <ProgramCard
              key={program.id}
              program={program}
              name={nameOf(program)}
              closing={closings.find((each) => each.program.id === program.id) ?? null}
            />
          ))}
        </ul>
      )}
      <p role="status">{gone.length > 0 && words.done(gone.map(({ program }) => nameOf(program)).join(words.and))}</p>
    </div>
  );
}

interface ProgramCardProps {
  program: FoundProgram;
  name: string;
  closing: Closing | null;
}

function ProgramCard({ program, name, closing }: ProgramCardProps) {
  const words = useWords(programWords);
  const { platform } = useExamWindow();
  const { programs } = useRoom();
  const { kind, policy, quit, by, image, closable, publisher } = program;
  const busy = closing?.outcome === null;
  const label = busy ? words.closing : closing?.outcome ? words.closeAgain : words.close;
  const failed = closing?.outcome === 'comes_back' || closing?.outcome === 'refused' ? closing.outcome : null;
  return (
    <li className={styles.card} data-program={program.id} data-policy={policy}>
      <span className={styles.tile} data-kind={kind} aria-hidden="true">
        {[...name][0]}
      </span>
      <div>
        <strong>{name}</strong>
        <p className={styles.soft}>
          {[publisher, words.kinds[kind]].filter(Boolean).join(' · ')} · <b>{words.policies[policy]}</b>
        </p>
        {by !== 'image' && <p>{by === 'port' ? words.port(image) : words.renamed(image)}</p>}
        <p>{words.quit[SYSTEM[systemOf(platform)]][quit]}</p>
        {failed && (
          <p className={styles.failed} role="alert">
            {words.failed[failed]} {words.next}
          </p>
        )}
      </div>
      {closable && (
        <Button busy={busy} aria-label={`${label} ${name}`} onClick={() => void programs.close(program)}>
          {label}
        </Button>
      )}
    </li>
  );
}
