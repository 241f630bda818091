import { defineWords } from '../../ui/words.ts';

/** Answers that came late. */
export const lateEntryWords = defineWords(
  {
    title: (count: number) => `迟到的作答 ${count} 条，点击查看内容`,
    note: '系统已按规则处理，并保留全部内容。如认为处理不当，请记下题号和时间，报考试中心裁定。',
    onlyLatest: (shown: number) => `只显示最近收到的 ${shown} 条。`,
    item: (number: number) => `第 ${number} 题`,
    noItem: '不属于任何题目',
    verdicts: {
      late_synced: '截止前作答、截止后收到：计入成绩',
      after_deadline: '截止后作答：不计入，仅存证',
      after_hand_in: '交卷后作答：不计入，仅存证',
      unknown_item: '试卷中没有此题：不计入，仅存证',
      brought_late: '截止前作答、答案文件逾期交来：不计入，仅存证',
      fenced: '重新登录以后才从原来的登录送来：不计入，仅存证',
    },
    times: (at: string, received: string) => `作答 ${at}，收到 ${received}`,
    place: (epoch: number, seq: number) => `第 ${epoch} 次登录的第 ${seq} 条`,
    flagged: '标记了本题',
    unflagged: '取消了标记',
    cleared: '清除了答案',
    unreadable: (itemId: string) => `题目编号 ${itemId}`,
  },
  {
    title: (count) => `${count === 1 ? 'One entry' : `${count} entries`} that came late: press to read`,
    note: 'They were treated by rule and all of them are kept. If you think one was treated wrongly, note question and time and report it to the exam centre.',
    onlyLatest: (shown) => `Only the ${shown} that arrived last are shown.`,
    item: (number) => `Question ${number}`,
    noItem: 'Of no question',
    verdicts: {
      late_synced: 'written in time, received after the deadline: counts',
      after_deadline: 'written after the deadline: evidence only',
      after_hand_in: 'written after handing in: evidence only',
      unknown_item: 'no such question in the paper: evidence only',
      brought_late: 'written in time, in an answer file that was brought too late: evidence only',
      fenced: 'from a sign-in that a later one had replaced: evidence only',
    },
    times: (at, received) => `written ${at}, received ${received}`,
    place: (epoch, seq) => `entry ${seq} of sign-in ${epoch}`,
    flagged: 'flagged the question',
    unflagged: 'removed the flag',
    cleared: 'cleared the answer',
    unreadable: (itemId) => `item ${itemId}`,
  },
);
