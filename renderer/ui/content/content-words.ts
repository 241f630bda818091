import { defineWords } from '../words.ts';

export const contentWords = defineWords(
  {
    enlarge: (alt: string) => `放大查看图片：${alt}`,
    enlarged: '图片',
    close: '关闭',
    table: '表格',
    missing: (alt: string) => `（图片未能显示：${alt}）`,
  },
  {
    enlarge: (alt) => `Enlarge the picture: ${alt}`,
    enlarged: 'Picture',
    close: 'Close',
    table: 'Table',
    missing: (alt) => `(The picture cannot be shown: ${alt})`,
  },
);
