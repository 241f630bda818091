import { type Item, type Paper, TRUE_FALSE_OPTIONS } from '../../../../shared/domain/paper.ts';
import { assertNever } from '../../../../shared/support/assert-never.ts';
import { useWords } from '../../../ui/language.tsx';
import { paperWords } from '../paper-words.ts';
import { CalculationAnswer } from './CalculationAnswer.tsx';
import { ChoiceAnswer } from './ChoiceAnswer.tsx';
import { HandlingAnswer } from './HandlingAnswer.tsx';
import { TextAnswer } from './TextAnswer.tsx';

interface AnswerFieldsProps {
  paper: Paper;
  item: Item;
  /** Id of the stem. */
  labelledBy: string;
}

/** The fields that fit how the item is answered. */
export function AnswerFields({ paper, item, labelledBy }: AnswerFieldsProps) {
  const words = useWords(paperWords);
  switch (item.kind) {
    case 'single_choice':
      return <ChoiceAnswer itemId={item.id} options={item.options} labelledBy={labelledBy} />;
    case 'multiple_choice': {
      const hint = words.multipleHint[paper.multipleChoiceRule];
      return <ChoiceAnswer itemId={item.id} options={item.options} labelledBy={labelledBy} several hint={hint} />;
    }
    case 'true_false': {
      const texts = { true: words.right, false: words.wrong };
      const options = TRUE_FALSE_OPTIONS.map((id) => ({ id, text: texts[id] }));
      return <ChoiceAnswer itemId={item.id} options={options} labelledBy={labelledBy} />;
    }
    case 'text':
      return <TextAnswer itemId={item.id} maxLength={item.maxLength} labelledBy={labelledBy} />;
    case 'calculation':
      return <CalculationAnswer itemId={item.id} unit={item.unit} labelledBy={labelledBy} />;
    case 'handling':
      return <HandlingAnswer item={item} labelledBy={labelledBy} />;
    case 'thesis':
      // A thesis has no live session: its page is another one.
      return null;
    default:
      return assertNever(item);
  }
}
