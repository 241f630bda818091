import type { AddressProblem } from './server-address.ts';

/** What the shell itself must say, before or without the exam window: both languages at once. */
export interface DialogWords {
  title: string;
  text: string;
}

export function addressProblemWords({ kind, found }: AddressProblem): DialogWords {
  const zh =
    kind === 'missing'
      ? '没有找到考试中心的地址。请使用考务人员提供的安装包重新安装，或把考务人员提供的 exam-server.json 文件放到程序所在文件夹，然后重新打开。'
      : '考试中心的地址不正确。请联系考务人员索取正确的 exam-server.json 文件，放到程序所在文件夹，然后重新打开。';
  const en =
    kind === 'missing'
      ? 'No exam centre address was found. Install the package your organiser provides again, or put the exam-server.json file they gave you into the folder of this program, and open it again.'
      : 'The exam centre address is not usable. Ask your organiser for the right exam-server.json file, put it into the folder of this program, and open it again.';
  return { title: '云考试 Yunkao', text: `${zh}\n\n${en}\n\n(${found})` };
}

export function startFailureWords(step: string): DialogWords {
  return {
    title: '云考试 Yunkao',
    text:
      `考试程序未能启动（${step}），没有更改您电脑的任何设置。请重新启动电脑后再打开；仍不成功请拨打值班电话。\n\n` +
      `The exam program could not start (${step}) and has changed nothing on your computer. Restart the computer and open it again; if it still fails, call the duty desk.`,
  };
}

export function refusedSwitchWords(switches: readonly string[]): DialogWords {
  const names = switches.map((name) => `--${name}`).join(' ');
  return {
    title: '云考试 Yunkao',
    text:
      `不能带着这些参数启动考试程序：${names}。请用桌面图标打开。\n\n` +
      `The exam program does not start with these switches: ${names}. Open it with its desktop icon.`,
  };
}

export const RELOADED_WORDS: DialogWords = {
  title: '云考试 Yunkao',
  text:
    '考试窗口刚才意外停止，已重新打开。已保存的答案没有丢失，请重新登录继续考试。\n\n' +
    'The exam window stopped unexpectedly and has been opened again. Saved answers are kept; sign in again to go on.',
};
