import { defineWords } from '../../ui/words.ts';

export const stillWords = defineWords(
  {
    age: (span: string) => `定时照片，${span}前`,
    old: (span: string) => `最后一张照片，${span}前`,
    label: { front: (name: string) => `${name}的电脑摄像头照片`, rear: (name: string) => `${name}的手机照片` },
  },
  {
    age: (span) => `still, ${span} ago`,
    old: (span) => `last still, ${span} ago`,
    label: { front: (name) => `${name}: computer still`, rear: (name) => `${name}: phone still` },
  },
);
