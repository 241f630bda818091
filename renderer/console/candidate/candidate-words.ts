import { defineWords } from '../../ui/words.ts';

/** The bigger view of one candidate. */
export const candidateWords = defineWords(
  {
    close: '关闭（Esc）',
    unknown: '没有这位考生。可能准考证号有误，或名单已更新。',
    tabs: { identity: '身份', events: '事件', message: '消息', recording: '录像', cases: '违纪', results: '成绩' },
    tabsLabel: '考生资料',
    neverSignedIn: '这位考生还没有登录。登录后，画面、身份核验、事件和录像会显示在这里。',
    listen: '收听声音',
    listening: '正在收听，点击关闭声音',
    figures: (frames: number, width: number, height: number, kbps: number) =>
      `已解码 ${frames} 帧 · ${width}×${height} · ${kbps} kbps`,
    noFigures: '暂无画面数据',
    loading: '正在读取…',
    failed: '读取失败',
    again: '重试',
  },
  {
    close: 'Close (Esc)',
    unknown: 'There is no such candidate. The admission number may be wrong, or the roster has changed.',
    tabs: {
      ...{ identity: 'Identity', events: 'Events', message: 'Message' },
      ...{ recording: 'Recording', cases: 'Cases', results: 'Results' },
    },
    tabsLabel: 'About the candidate',
    neverSignedIn: 'This candidate has not signed in yet. Pictures, identity, events and recordings appear here then.',
    listen: 'Listen',
    listening: 'Listening; press to turn the sound off',
    figures: (frames, width, height, kbps) => `${frames} frames decoded · ${width}×${height} · ${kbps} kbps`,
    noFigures: 'No picture figures',
    loading: 'Loading…',
    failed: 'Could not be loaded',
    again: 'Try again',
  },
);
