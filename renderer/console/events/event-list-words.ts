import { defineWords } from '../../ui/words.ts';

export const eventListWords = defineWords(
  {
    title: '考场动态',
    time: '时间',
    candidate: '考生',
    kind: '事件',
    detail: '说明',
    everyone: '全体考生',
    everyKind: '全部事件',
    onlyViolations: '只看违规',
    empty: '还没有事件。考生登录、核验、作答、违规、断线和交卷都会记在这里，最新的在最上面。',
    emptyFiltered: '没有符合条件的事件。换一个考生或事件类型再看。',
    emptyCandidate: '这位考生还没有事件。登录、核验、违规、断线和交卷都会记在这里。',
    shown: (count: number) => `${count} 条`,
    more: (count: number) => `再显示 ${count} 条`,
    clockNote: '时间为北京时间',
  },
  {
    title: 'Events of the room',
    time: 'Time',
    candidate: 'Candidate',
    kind: 'Event',
    detail: 'Details',
    everyone: 'All candidates',
    everyKind: 'All events',
    onlyViolations: 'Violations only',
    empty:
      'No events yet. Sign-ins, verifications, violations, lost connections and hand-ins are listed here, newest first.',
    emptyFiltered: 'No event fits. Choose another candidate or kind.',
    emptyCandidate:
      'No events of this candidate yet. Sign-in, verification, violations, lost connections and hand-in are listed here.',
    shown: (count) => (count === 1 ? '1 event' : `${count} events`),
    more: (count) => `Show ${count} more`,
    clockNote: 'Times are Beijing time',
  },
);
