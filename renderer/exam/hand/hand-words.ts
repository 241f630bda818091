import { defineWords } from '../../ui/words.ts';

export const handWords = defineWords(
  {
    raise: '举手，请监考员来',
    lower: '放下手',
    key: '（Alt+H）',
    sending: '正在告知监考员…',
    offline: '连接恢复后立即告知监考员。请继续作答。',
    told: (clock: string) => `已于 ${clock} 告知监考员。请继续作答，回复会显示在本页上方。`,
    lowering: '正在放下…',
    seen: (clock: string) => `监考员已于 ${clock} 处理。`,
  },
  {
    raise: 'Raise hand',
    lower: 'Lower hand',
    key: ' (Alt+H)',
    sending: 'Telling the proctor…',
    offline: 'The proctor is told as soon as the connection is back. Go on answering.',
    told: (clock) => `The proctor was told at ${clock}. Go on answering; the reply appears at the top.`,
    lowering: 'Lowering…',
    seen: (clock) => `A proctor saw to it at ${clock}.`,
  },
);
