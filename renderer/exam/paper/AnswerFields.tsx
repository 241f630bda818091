import { type Item, TRUE_FALSE_OPTIONS } from '../../../shared/domain/paper.ts';
import { assertNever } from '../../../shared/support/assert-never.ts';
import { useWords } from '../../ui/language.tsx';
import { CalculationAnswer } from './CalculationAnswer.tsx';
import { ChoiceAnswer } from './ChoiceAnswer.tsx';
import { paperWords } from './paper-words.ts';
import { TextAnswer } from './TextAnswer.tsx';

/** The fields that fit the item's kind (annex 2). `labelledBy`: id of the stem. */
export function AnswerFields({ item, labelledBy }: { item: Item; labelledBy: string }) {
  const words = useWords(paperWords);
  switch (item.kind) {
    case 'single_choice':
      return <ChoiceAnswer item={item} options={item.options} labelledBy={labelledBy} />;
    case 'multiple_choice':
      return <ChoiceAnswer item={item} options={item.options} labelledBy={labelledBy} several />;
    case 'true_false': {
      const texts = { true: words.right, false: words.wrong };
      const options = TRUE_FALSE_OPTIONS.map((id) => ({ id, text: texts[id] }));
      return <ChoiceAnswer item={item} options={options} labelledBy={labelledBy} plain />;
    }
    case 'short_answer':
      return <TextAnswer itemId={item.id} maxLength={item.maxLength} labelledBy={labelledBy} />;
    case 'calculation':
      return <CalculationAnswer itemId={item.id} unit={item.unit} labelledBy={labelledBy} />;
    default:
      return assertNever(item);
  }
}
