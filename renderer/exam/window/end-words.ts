import { defineWords } from '../../ui/words.ts';

export const endWords = defineWords(
  {
    fencedTitle: '考试已转到另一台电脑',
    fencedBody:
      '你的准考证号已在另一台电脑上登录，本机不再接受作答，摄像头和录像已停止。本机此前保存的答案不会丢失，已由考试中心保留。',
    fencedNotYou: (phone: string) => `如果不是你本人操作，请立即拨打值班电话 ${phone}。`,
    quit: '退出考试系统',
    fatalTitle: '考试窗口出现错误',
    fatalBody: '已保存的答案不会丢失。请点击“重新打开”，然后重新登录继续考试。考试时间照常计算。',
    fatalAgain: '如果再次出现，请重新启动考试系统，或拨打准考证上的值班电话。',
    reload: '重新打开',
    startTitle: '考试系统没有启动',
    startBody: '考试窗口没有连接到考试客户端。请从“云考”图标重新启动；仍不能启动时，请重新安装客户端或拨打值班电话。',
  },
  {
    fencedTitle: 'The exam has moved to another computer',
    fencedBody:
      'Your admission number was used to sign in on another computer. This one takes no more answers; its camera and recording are off. What was saved here is not lost: the exam centre keeps it.',
    fencedNotYou: (phone) => `If it was not you, call the duty desk now: ${phone}.`,
    quit: 'Quit the exam system',
    fatalTitle: 'The exam window has failed',
    fatalBody: 'What was saved is not lost. Press “Open again”, then sign in to go on with the exam. The time runs on.',
    fatalAgain: 'If it happens again, restart the exam system or call the duty desk named on your admission card.',
    reload: 'Open again',
    startTitle: 'The exam system did not start',
    startBody:
      'This window is not connected to the exam client. Start it again from the Yunkao icon; if that fails, install the client again or call the duty desk.',
  },
);
