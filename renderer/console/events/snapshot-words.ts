import { defineWords } from '../../ui/words.ts';

/** The pictures that a proctor kept of a candidate. */
export const snapshotWords = defineWords(
  {
    enlarge: '放大截图',
    title: (clock: string, by: string) => `${clock} 的截图，由 ${by} 保存`,
    camera: { front: '电脑画面', rear: '手机画面' },
    failed: '读取失败',
    close: '关闭',
  },
  {
    enlarge: 'Enlarge the snapshot',
    title: (clock, by) => `Snapshot of ${clock}, kept by ${by}`,
    camera: { front: 'Computer', rear: 'Phone' },
    failed: 'Could not be loaded',
    close: 'Close',
  },
);
