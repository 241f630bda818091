import type { Language } from '../../ui/words.ts';

/** What proctors say most, in the order of a session (annex 5 of the notice). The candidate reads it as it stands. */
export const PRESET_WARNINGS: readonly Record<Language, string>[] = [
  {
    'zh-CN': '请将面部正对电脑摄像头，保持面部和双耳完整可见。',
    en: 'Face the computer camera; keep your face and both ears fully visible.',
  },
  {
    'zh-CN': '请调整手机位置：放在侧后方45度，离地1.2至1.5米，能看到桌面、屏幕和你本人。',
    en: 'Adjust your phone: behind you at 45 degrees, 1.2 to 1.5 m high, showing desk, screen and yourself.',
  },
  {
    'zh-CN': '手机画面已中断，请立即检查手机并恢复第二视角。',
    en: 'Your phone’s picture is lost. Check the phone and restore the second view now.',
  },
  { 'zh-CN': '请摘下口罩、墨镜或帽子。', en: 'Take off your mask, sunglasses or hat.' },
  {
    'zh-CN': '请摘下耳机。考试期间不允许使用任何耳机。',
    en: 'Take off your headphones. None are allowed during the exam.',
  },
  {
    'zh-CN': '请清理桌面：除考试设备外不得摆放其他物品。',
    en: 'Clear your desk: nothing but the exam equipment may be on it.',
  },
  {
    'zh-CN': '请保持安静，考试期间不得说话或朗读题目。',
    en: 'Be silent. Do not speak or read items aloud during the exam.',
  },
  {
    'zh-CN': '考试空间内不得有其他人，请让无关人员立即离开。',
    en: 'Nobody else may be in the room. Ask them to leave now.',
  },
  { 'zh-CN': '请不要离开座位，并保持在两个摄像头的画面内。', en: 'Stay in your seat and in view of both cameras.' },
  { 'zh-CN': '请改善光线，使面部清晰可见。', en: 'Improve the light so that your face is clearly visible.' },
  { 'zh-CN': '请关闭与考试无关的程序和弹窗。', en: 'Close programs and pop-ups that do not belong to the exam.' },
  {
    'zh-CN': '这是最后一次警告：如再次出现违规行为，将按考场规则处理。',
    en: 'This is the last warning: a further violation will be handled by the rules of the exam.',
  },
];

/** By one key each, as far as there are digits: 1 to 9, and 0 for the tenth. */
const KEYS = '1234567890';
export const warningKey = (index: number): string | null => KEYS[index] ?? null;
export const warningOfKey = (key: string): number | null => (/^\d$/.test(key) ? KEYS.indexOf(key) : null);

/** Chinese, English, or one below the other: the proctor knows which the candidate reads. */
export type MessageLanguage = Language | 'both';

export function presetText(preset: Record<Language, string>, language: MessageLanguage): string {
  return language === 'both' ? `${preset['zh-CN']}\n${preset.en}` : preset[language];
}
