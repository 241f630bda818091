import { describe, expect, it } from 'vitest';
import { undoneText, watchedDetail } from './watched-detail.ts';

describe('what was watched, in words', () => {
  it('[VIO-2] explains a violation by what was seen', () => {
    const away = { cause: 'picture_clear', score: 0.9, severity: 'high', ongoing: true };
    expect(watchedDetail({ detail: away }, 'zh-CN').filter(Boolean)).toEqual([
      '摄像头未被遮挡，画面中没有人脸',
      '把握 90%',
      '重',
    ]);
    const aside = { degrees: 41, direction: 'left', score: 0.68, severity: 'medium' };
    expect(watchedDetail({ detail: aside }, 'en').filter(Boolean)).toEqual(['41° to the left', '68 % sure', 'medium']);
  });

  it('says nothing of what others found', () => {
    expect(watchedDetail({ detail: { cause: 'rear_moved', camera: 'rear' } }, 'en')).toEqual([]);
  });

  it('names what is not looked for', () => {
    expect(undoneText({ detail: { undone: 'no_face, speech' } }, 'zh-CN')).toBe('这台电脑目前不检查：离座、说话');
    expect(undoneText({ detail: { undone: '' } }, 'en')).toBe('all of it is looked for');
  });
});
