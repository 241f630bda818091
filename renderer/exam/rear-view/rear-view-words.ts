import type { RearFault } from '../../../shared/domain/rear-view.ts';
import { defineWords } from '../../ui/words.ts';

export const rearViewWords = defineWords<{
  guide: Record<
    'picture' | 'above' | 'side' | 'desk' | 'candidate' | 'phone' | 'angle' | 'distance' | 'height',
    string
  >;
  seen: string;
  waiting: string;
  looking: string;
  /** `somebody`: and the candidate is seen. */
  good: (somebody: boolean) => string;
  check: string;
  tilted: (degrees: number) => string;
  fault: Record<Exclude<RearFault, 'tilted'>, string>;
}>(
  {
    guide: {
      picture:
        '示意图：俯视，手机在你侧后方45度、相距1.5至2米；侧视，手机离地1.2至1.5米。画面里要有桌面、屏幕和你的前方。',
      above: '俯视',
      side: '侧视',
      desk: '桌面、屏幕',
      candidate: '你',
      phone: '手机',
      angle: '45°',
      distance: '1.5–2 米',
      height: '1.2–1.5 米',
    },
    seen: '手机现在拍到的画面',
    waiting: '正在等待手机的照片，几秒钟后出现在这里…',
    looking: '正在检查画面…',
    good: (somebody) => (somebody ? '光线和清晰度正常，能看到你，距离合适。' : '光线和清晰度正常。'),
    check: '请自己再看一眼：画面里有你的侧后方、亮着的屏幕、桌面，左右没有颠倒。监考员也会查看。',
    tilted: (degrees) => `手机歪了约${degrees}°。请把手机扶正：画面里的桌边应当是平的。`,
    fault: {
      lying: '手机平放着，或镜头朝上、朝下太多。请用支架把手机立起来，镜头对着桌面和屏幕。',
      covered: '画面里几乎什么都看不到。请看看镜头是否被挡住，手机是否倒下。',
      too_dark: '画面太暗。请打开房间的灯，或让手机避开黑暗的角落。',
      too_bright: '画面太亮。请不要让手机正对窗户或灯。',
      blurred: '画面模糊。请擦一擦手机镜头，把手机架稳。',
      from_front: '拍到了正脸。手机应在你的侧后方，请按示意图移动手机。',
      nobody: '画面里没有看到你。请像考试时一样坐好，让手机从侧后方拍到你的上半身和桌面。',
      too_near: '手机离你太近，拍不到桌面和屏幕。请放到1.5至2米远的地方。',
      too_far: '手机离你太远。请放到1.5至2米远的地方。',
      aside: '你在画面的边上。请转动手机，让你靠近画面中间，桌面和屏幕也在画面里。',
      moved: '手机似乎被移动过。请按示意图放回原处。',
    },
  },
  {
    guide: {
      picture:
        'Picture: seen from above, the phone is 45 degrees behind and beside you, 1.5 to 2 metres away; seen from the side, it is 1.2 to 1.5 metres above the floor. Desk, screen and what lies ahead of you are in its picture.',
      above: 'From above',
      side: 'From the side',
      desk: 'desk, screen',
      candidate: 'you',
      phone: 'phone',
      angle: '45°',
      distance: '1.5–2 m',
      height: '1.2–1.5 m',
    },
    seen: 'What the phone sees now',
    waiting: 'Waiting for a picture of the phone; it appears here in a few seconds…',
    looking: 'Looking at the picture…',
    good: (somebody) =>
      somebody
        ? 'Light and sharpness are good; you are seen, from a fitting distance.'
        : 'Light and sharpness are good.',
    check:
      'Have a look yourself: you from behind and beside, the lit screen, the desk, and left and right as they are. A proctor looks, too.',
    tilted: (degrees) =>
      `The phone is tilted by about ${degrees}°. Straighten it: the edge of the desk should be level in the picture.`,
    fault: {
      lying:
        'The phone lies flat, or its lens points too far up or down. Stand it upright in a stand, the lens towards desk and screen.',
      covered:
        'There is next to nothing in the picture. See whether something covers the lens, or the phone fell over.',
      too_dark: 'The picture is too dark. Switch on the lights of the room, or move the phone out of a dark corner.',
      too_bright: 'The picture is too bright. Do not point the phone at a window or a lamp.',
      blurred: 'The picture is blurred. Wipe the lens of the phone and let it stand still.',
      from_front:
        'The phone sees your face from the front. It belongs behind and beside you: move it as the drawing shows.',
      nobody:
        'You are not seen in the picture. Sit as you will in the exam; the phone should see your back and the desk from behind and beside.',
      too_near: 'The phone is too close to see desk and screen. Stand it 1.5 to 2 metres away.',
      too_far: 'The phone is too far away. Stand it 1.5 to 2 metres away.',
      aside:
        'You are at the edge of the picture. Turn the phone until you are nearer its middle, with desk and screen in it.',
      moved: 'The phone seems to have been moved. Put it back as the drawing shows.',
    },
  },
);
