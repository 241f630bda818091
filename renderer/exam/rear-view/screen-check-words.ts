import { defineWords } from '../../ui/words.ts';
import type { ScreenCheckState } from './screen-check.ts';

type Results = Record<NonNullable<ScreenCheckState['result']>, string>;

export const screenCheckWords = defineWords(
  {
    why: '手机架好后，请检查它能否拍到屏幕：屏幕会变黑、变白各两次，大约20秒。',
    begin: '检查手机能否拍到屏幕',
    again: '再检查一次',
    sit: '请像考试时一样坐好，不要挡住手机。',
    left: (count: number) => `正在等手机拍照，还剩 ${count} 张…`,
    stop: '停止检查',
    result: {
      seen: '手机能拍到亮着的屏幕。',
      not_seen: '手机没有拍到屏幕。请把屏幕朝手机转一点，或移动手机，让屏幕不被身体挡住，再检查一次；也可以继续考试。',
      no_picture: '没有等到手机的照片。请看看手机上的提示，再检查一次；也可以继续考试。',
    } satisfies Results as Results,
  },
  {
    why: 'Once the phone stands, find out whether it sees the screen: the screen turns black and white twice, for about 20 seconds.',
    begin: 'Check whether the phone sees the screen',
    again: 'Check again',
    sit: 'Sit as you will in the exam, and leave the phone’s view free.',
    left: (count) => `Waiting for the phone’s pictures, ${count} to come…`,
    stop: 'Stop the check',
    result: {
      seen: 'The phone sees the lit screen.',
      not_seen:
        'The phone does not see the screen. Turn the screen towards it a little, or move the phone until you do not hide the screen, and check again; you may also go on.',
      no_picture: 'No picture of the phone came. See what the phone says and check again; you may also go on.',
    },
  },
);
