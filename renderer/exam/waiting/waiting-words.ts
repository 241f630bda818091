import { defineWords } from '../../ui/words.ts';

export const waitingWords = defineWords(
  {
    title: '候考',
    between: '稍事休息，等待下一场',
    lead: '一切就绪。开考时间到后，试卷会自动打开，不需要任何操作。',
    until: (session: string) => `距离“${session}”开考还有`,
    at: (start: string, end: string) => `${start} 开考，${end} 结束`,
    stay: '请留在座位上，保持脸部和双耳在画面中。',
    recording: '录像已经开始。',
    lockTitle: '考试环境保护',
    locking: '正在启动…',
    locked: '已启动。考试结束后自动解除。',
    released: (clock: string) => `休息时间，电脑已解除锁定，${clock} 重新启动。请按时回到座位。`,
    partly: (count: number) => `已启动，其中 ${count} 项在这台电脑上不支持，已记录，不影响考试。`,
  },
  {
    title: 'Waiting room',
    between: 'A short break before the next session',
    lead: 'Everything is ready. The paper opens by itself at the starting time; there is nothing to do.',
    until: (session) => `“${session}” starts in`,
    at: (start, end) => `Starts at ${start}, ends at ${end}`,
    stay: 'Stay in your seat with face and both ears in the picture.',
    recording: 'Recording has begun.',
    lockTitle: 'Protected exam mode',
    locking: 'Starting…',
    released: (clock) => `Off during the break; it starts again at ${clock}. Please be back in time.`,
    locked: 'On. It ends by itself after the exam.',
    partly: (count) =>
      `On. ${count} of its measures ${count === 1 ? 'is' : 'are'} not available on this computer; this is recorded, and you can sit the exam.`,
  },
);
