import { defineWords } from '../../ui/words.ts';
import type { WatchHint } from './watch-hints.ts';

export const hintWords = defineWords<{ hint: Record<WatchHint, string> }>(
  {
    hint: {
      uncover_camera: '摄像头被挡住了，请移开遮挡物。',
      more_light: '光线太暗，请开灯，别背对窗户。',
      sit_in_picture: '请坐到摄像头画面中间。',
      uncover_face: '请露出整张脸：不戴口罩、墨镜和帽子。',
    },
  },
  {
    hint: {
      uncover_camera: 'Please uncover the camera.',
      more_light: 'Too dark: please switch on a light.',
      sit_in_picture: 'Please sit in the middle of the camera’s picture.',
      uncover_face: 'Please show your whole face: no mask, sunglasses or hat.',
    },
  },
);
