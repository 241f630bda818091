import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useExamWindow } from '../window/exam-context.ts';
import { Hall } from '../window/Hall.tsx';
import styles from './RulesScreen.module.css';
import { rulesWords } from './rules-words.ts';

export function RulesScreen() {
  const words = useWords(rulesWords);
  const { exam } = useExamWindow();
  return (
    <Hall title={words.title} lead={words.lead} wide>
      <ol className={styles.rules}>
        {words.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
      <Notice>
        <p>{words.network}</p>
      </Notice>
      <p className={styles.read}>
        <Button kind="primary" onClick={exam.rulesRead}>
          {words.read}
        </Button>
      </p>
    </Hall>
  );
}
