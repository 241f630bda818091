import { defineWords } from '../../ui/words.ts';

export const rearConfirmWords = defineWords(
  {
    look: '手机位置尚未确认。请看手机画面：考生的侧后方、亮着的屏幕、桌面都在画面里，左右没有颠倒。不合适时请发消息让考生调整。',
    found: (fault: string, clock: string) => `考生电脑的检查（${clock}）：${fault}。`,
    fine: '考生电脑检查过：光线、清晰度、考生的位置和距离没有发现问题。',
    confirm: '确认手机位置',
    done: (by: string, clock: string) => `手机位置已由 ${by} 于 ${clock} 确认`,
  },
  {
    look: 'Where the phone stands is not confirmed yet. See its picture: the candidate from behind and beside, the lit screen and the desk are in it, left and right as they are. If not, send a message.',
    found: (fault, clock) => `The candidate’s computer at ${clock}: ${fault}.`,
    fine: 'The candidate’s computer found nothing against light, sharpness, and where the candidate is.',
    confirm: 'Confirm where the phone stands',
    done: (by, clock) => `Where the phone stands was confirmed by ${by} at ${clock}`,
  },
);
