import { defineWords } from '../../ui/words.ts';

/** Answers that came late. */
export const lateEntryWords = defineWords(
  {
    title: (count: number) => `迟到的作答 ${count} 条，点击查看内容`,
    note: '系统已按规则处理，并保留全部内容。如认为处理不当，请记下题号和时间，报考试中心裁定。',
    undecidedOf: (count: number) => `（${count} 条待裁定）`,
    onlyLatest: (shown: number) => `只显示最近收到的 ${shown} 条。`,
    item: (number: number) => `第 ${number} 题`,
    noItem: '不属于任何题目',
    verdicts: {
      late_synced: '截止前作答、截止后收到：计入成绩',
      after_deadline: '截止后作答：不计入，仅存证',
      after_hand_in: '交卷后作答：不计入，仅存证',
      unknown_item: '试卷中没有此题：不计入，仅存证',
      not_registered: '考生未报考本场：不计入，仅存证',
      brought_late: '截止前作答、答案文件逾期交来：不计入，仅存证',
      fenced: '重新登录以后才从原来的登录送来：不计入，仅存证',
    },
    times: (at: string, received: string) => `作答 ${at}，收到 ${received}`,
    place: (epoch: number, seq: number) => `第 ${epoch} 次登录的第 ${seq} 条`,
    flagged: '标记了本题',
    unflagged: '取消了标记',
    cleared: '清除了答案',
    unreadable: (itemId: string) => `题目编号 ${itemId}`,
    admitted: (moment: string, by: string, count: number, reason: string) =>
      `${moment} 由 ${by} 裁定：${count} 条逾期交来的作答计入成绩。理由：${reason}`,
    admission: {
      text: (count: number) =>
        `有 ${count} 条作答是截止前写成的，只因答案文件逾期交来，目前不计入成绩。请先核对下面的内容；确有正当理由的，可以裁定计入，成绩和回执随即更新。不作裁定就一直不计入。`,
      open: '裁定计入成绩…',
      title: '裁定这些作答计入成绩？',
      effect: (count: number) =>
        `${count} 条作答将计入成绩，成绩和回执随即更新；主观题的阅卷会按新的作答重新进行。裁定、您的姓名和理由永久保留，不能撤回。`,
      readyReasons: {
        transport: '交通或天气原因无法按时送达，有证明',
        authority: '考试中心领导批准，已留书面记录',
        centre: '考试中心自身原因，未能按时接收文件',
      },
      admit: '裁定计入',
    },
  },
  {
    title: (count) => `${count === 1 ? 'One entry' : `${count} entries`} that came late: press to read`,
    note: 'They were treated by rule and all of them are kept. If you think one was treated wrongly, note question and time and report it to the exam centre.',
    undecidedOf: (count) => ` (${count} to be decided)`,
    onlyLatest: (shown) => `Only the ${shown} that arrived last are shown.`,
    item: (number) => `Question ${number}`,
    noItem: 'Of no question',
    verdicts: {
      late_synced: 'written in time, received after the deadline: counts',
      after_deadline: 'written after the deadline: evidence only',
      after_hand_in: 'written after handing in: evidence only',
      unknown_item: 'no such question in the paper: evidence only',
      not_registered: 'of a session the candidate is not registered for: evidence only',
      brought_late: 'written in time, in an answer file that was brought too late: evidence only',
      fenced: 'from a sign-in that a later one had replaced: evidence only',
    },
    times: (at, received) => `written ${at}, received ${received}`,
    place: (epoch, seq) => `entry ${seq} of sign-in ${epoch}`,
    flagged: 'flagged the question',
    unflagged: 'removed the flag',
    cleared: 'cleared the answer',
    unreadable: (itemId) => `item ${itemId}`,
    admitted: (moment, by, count, reason) =>
      `${moment}, decided by ${by}: ${count} of these count although their file came too late. Reason: ${reason}`,
    admission: {
      text: (count) =>
        `${count === 1 ? 'One entry was' : `${count} entries were`} written before the end and do not count only because the answer file came too late. Read them below first; where there was good reason, you may decide that they count: result and receipt change at once. Without a decision they never count.`,
      open: 'Decide that they count…',
      title: 'Have these answers count?',
      effect: (count) =>
        `${count === 1 ? 'One entry counts' : `${count} entries count`} from now on: result and receipt change at once, and written answers that changed are marked again. The decision, your name and the reason are kept for good; it cannot be taken back.`,
      readyReasons: {
        transport: 'Traffic or weather kept the file from coming in time; proved',
        authority: 'Approved by the head of the exam centre, in writing',
        centre: 'The exam centre itself could not take the file in time',
      },
      admit: 'They count',
    },
  },
);
