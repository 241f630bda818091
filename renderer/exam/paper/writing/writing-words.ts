import { defineWords } from '../../../ui/words.ts';

export const writingWords = defineWords(
  {
    count: (words: number, typed: number, most: number) => `字数 ${words} · 字符 ${typed} / ${most}`,
    full: '已到上限，不能再输入',
    symbols: '符号和单位',
    insert: (symbol: string) => `插入 ${symbol}`,
    refusedTitle: '没有粘贴',
    refused: '只能粘贴自己在这份试卷中输入后复制的文字。外部内容不能粘贴或拖入，请直接输入。',
    understood: '知道了',
  },
  {
    count: (words, typed, most) => `${words} words · ${typed} of ${most} characters`,
    full: 'The field is full',
    symbols: 'Symbols and units',
    insert: (symbol) => `Insert ${symbol}`,
    refusedTitle: 'Nothing was pasted',
    refused:
      'Only what you typed and copied on this paper can be pasted. Nothing from outside can be pasted or dropped: please type.',
    understood: 'Understood',
  },
);
