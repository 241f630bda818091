import type { Receipt } from '../../../shared/contract/views.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import { useExamWindow } from '../window/exam-context.ts';
import { Hall } from '../window/Hall.tsx';
import { clockText } from '../window/time-text.ts';
import styles from './HandIn.module.css';
import { handInWords } from './hand-in-words.ts';

export function ReceiptScreen({ receipt }: { receipt: Receipt }) {
  const words = useWords(handInWords);
  const { exam } = useExamWindow();
  return (
    <Hall title={words.receiptTitle}>
      <div className={styles.receipt}>
        <p>{words.receiptNo}</p>
        <p className={styles.number} data-testid="receipt-no">
          {receipt.receiptNo}
        </p>
        <p className="tabular">
          {words.at(clockText(receipt.handedInAt, true))} · {words.by[receipt.handedInBy]}
        </p>
        <p>{words.answered(receipt.answered)}</p>
        <p>
          <strong>{words.keep}</strong>
        </p>
      </div>
      <Button kind="primary" onClick={exam.receiptSeen}>
        {words.next}
      </Button>
    </Hall>
  );
}
