import { type Block, textContent } from '../../../shared/domain/content.ts';
import type { Item, Paper, Section } from '../../../shared/domain/paper.ts';
import { drawnPicture } from './drawn-picture.ts';

const PICTURES = 20;

/** Every fifth choice has a picture. */
function stemOf(number: number): Block[] {
  const text = textContent(`第${number}题：某公司安排职工在休息日工作又不能安排补休的，应当如何支付工资报酬？`);
  if (number % 5 !== 0) return text;
  const pictureId = `picture-${(number / 5) % PICTURES}`;
  return [...text, { kind: 'picture', pictureId, alt: `第${number}题的统计图` }];
}

const options = ['甲', '乙', '丙', '丁'].map((text) => ({ id: text, text: `${text}：按不低于工资的规定比例支付` }));

const choices = (kind: 'single_choice' | 'multiple_choice', from: number, count: number): Item[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ id: `item-${from + index}`, points: 1, stem: stemOf(from + index), kind, options, fixedOrder: true },
  }));

const section = (id: string, itemType: Section['itemType'], items: Item[]): Section => ({
  ...{ id, itemType, items, title: `大题 ${id}`, instructions: '每题1分。', component: 'theory' },
});

/** A hundred items: 65 single and 34 multiple choices with 20 pictures, and at the end one long answer. */
export const generatedPaper: Paper = {
  id: 'bench',
  sessionId: 'bench',
  title: '一百题的试卷',
  multipleChoiceRule: 'exact',
  shuffle: { items: false, options: false },
  sections: [
    section('一', 'single_choice', choices('single_choice', 1, 65)),
    section('二', 'multiple_choice', choices('multiple_choice', 66, 34)),
    section('三', 'short_answer', [
      { id: 'long', points: 10, stem: textContent('论述。'), kind: 'text', maxLength: 12_000 },
    ]),
  ],
  stimuli: [],
  pictures: Array.from({ length: PICTURES }, (_, index) => {
    const bars = [0.3, 0.5, 0.7, 0.9].map((height) => (height + index / PICTURES) % 1);
    return drawnPicture(`picture-${index}`, bars);
  }),
};
