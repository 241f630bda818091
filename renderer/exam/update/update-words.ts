import { defineWords } from '../../ui/words.ts';

export const updateWords = defineWords(
  {
    fetching: (version: string, percent: number) => `正在下载新版本 ${version}（${percent}%）`,
    meanwhile: '不影响登录；登录后会停止下载，考试结束后再更新。',
    ready: (version: string) => `新版本 ${version} 已下载好`,
    what: '更新大约需要一分钟，完成后本程序会自动重新打开。本机已保存的作答不受影响。',
    install: '现在更新',
  },
  {
    fetching: (version, percent) => `Downloading version ${version} (${percent}%)`,
    meanwhile: 'You may sign in meanwhile: the download then stops, and the update waits until after the examination.',
    ready: (version) => `Version ${version} is ready`,
    what: 'Updating takes about a minute; this program then opens again by itself. Answers saved here are kept.',
    install: 'Update now',
  },
);
