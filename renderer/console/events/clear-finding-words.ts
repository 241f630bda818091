import { defineWords } from '../../ui/words.ts';

/** The dialog in which a proctor clears a finding, or takes that back. */
export const clearFindingWords = defineWords(
  {
    clearTitle: '核销这条记录？',
    clearText: '核销后不再计入违规次数，记录、您的姓名和理由都会保留，之后可以撤回。',
    restoreTitle: '撤回核销？',
    restoreText: '撤回后，这条记录按原来的性质处理。您的姓名和理由会被保留。',
    readyReasons: {
      popup: '系统或软件弹窗，考生没有操作',
      mistake: '误触按键，没有离开考试窗口',
      seen: '已看监控画面，没有异常',
    },
    clear: '核销',
    restore: '撤回核销',
  },
  {
    clearTitle: 'Clear this finding?',
    clearText:
      'It no longer counts as a violation. The record, your name and the reason are kept; it can be taken back.',
    restoreTitle: 'Take the clearing back?',
    restoreText: 'The finding is again what it was. Your name and the reason are kept.',
    readyReasons: {
      popup: 'A pop-up of a program; the candidate did nothing',
      mistake: 'A key pressed by mistake; the exam window was not left',
      seen: 'Watched the pictures: nothing unusual',
    },
    clear: 'Clear',
    restore: 'Take back',
  },
);
