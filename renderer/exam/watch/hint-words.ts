import { defineWords } from '../../ui/words.ts';
import type { WatchHint } from './watch-hints.ts';

export const hintWords = defineWords<{ hint: Record<WatchHint, string>; calm: string }>(
  {
    hint: {
      uncover_camera: '摄像头被挡住了。请移开遮挡物。',
      more_light: '光线太暗。请打开灯，或避免背对窗户。',
      sit_in_picture: '请坐到摄像头画面中间。',
    },
    calm: '可以继续作答。',
  },
  {
    hint: {
      uncover_camera: 'Something covers the camera. Please take it away.',
      more_light: 'It is too dark. Please switch on a light, or do not sit with your back to a window.',
      sit_in_picture: 'Please sit in the middle of the camera’s picture.',
    },
    calm: 'You can go on answering.',
  },
);
