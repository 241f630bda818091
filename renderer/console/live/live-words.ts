import { defineWords } from '../../ui/words.ts';

export const liveWords = defineWords(
  {
    absent: { front: '电脑摄像头未连接', rear: '手机未连接' },
    over: '画面数已达上限，翻到本页时显示',
    opening: '正在连接画面…',
    retrying: '画面中断，正在自动重连…',
    frozen: (clock: string) => `画面静止，自 ${clock}`,
    label: { front: (name: string) => `${name}的电脑摄像头`, rear: (name: string) => `${name}的手机摄像头` },
    camera: { front: '电脑', rear: '手机' },
  },
  {
    absent: { front: 'Computer camera not connected', rear: 'Phone not connected' },
    over: 'As many pictures as this page can have; shown when it is looked at',
    opening: 'Connecting the picture…',
    retrying: 'Picture lost, reconnecting by itself…',
    frozen: (clock) => `Picture frozen since ${clock}`,
    label: { front: (name) => `${name}: computer camera`, rear: (name) => `${name}: phone camera` },
    camera: { front: 'Computer', rear: 'Phone' },
  },
);
