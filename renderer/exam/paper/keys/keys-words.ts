import { defineWords } from '../../../ui/words.ts';

export const keysWords = defineWords(
  {
    title: '按键说明',
    key: '按键',
    meaning: '作用',
    note: '使用输入法组字时，按键只由输入法处理，不会触发以上操作。',
    close: '关闭',
    rows: {
      turn: '上一题 / 下一题（不在输入框中时）',
      turnAlways: '上一题 / 下一题（任何时候）',
      choose: '选择第 1、2、3 … 个选项（不在输入框中时）',
      flag: '标记本题，或取消标记',
      calculator: '打开或关闭计算器',
      navigator: '到题目导航：方向键移动，回车键打开',
      answer: '到本题作答处',
      undo: '撤销 / 重做输入',
      copy: '复制 / 剪切 / 粘贴自己在试卷内输入的文字',
      divider: '在分隔条上：调整两侧的大小',
      help: '打开这份说明',
    },
  },
  {
    title: 'Keys',
    key: 'Key',
    meaning: 'What it does',
    note: 'While an input method composes, every key belongs to it and does none of the above.',
    close: 'Close',
    rows: {
      turn: 'Previous or next question (outside of text fields)',
      turnAlways: 'Previous or next question (anywhere)',
      choose: 'Choose the first, second, third … option (outside of text fields)',
      flag: 'Flag the question, or remove the flag',
      calculator: 'Open or close the calculator',
      navigator: 'Go to the list of questions: arrow keys move, Enter opens',
      answer: 'Go to the answer',
      undo: 'Undo or redo typing',
      copy: 'Copy, cut or paste what you typed on this paper',
      divider: 'On a divider: make one side larger',
      help: 'Open this list',
    },
  },
);
