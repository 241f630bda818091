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
    const masked = { part: 'mouth', score: 0.8, severity: 'medium', ongoing: true };
    expect(watchedDetail({ detail: masked }, 'zh-CN')).toContain('口鼻被遮住（口罩、围巾等）');
    const aside = { degrees: 41, direction: 'left', score: 0.68, severity: 'medium' };
    expect(watchedDetail({ detail: aside }, 'en').filter(Boolean)).toEqual(['41° to the left', '68 % sure', 'medium']);
  });

  it('[VIO-2] says how many are in the phone’s picture, and that nobody is', () => {
    const two = { people: 2, camera: 'rear', score: 0.72, severity: 'medium' };
    expect(watchedDetail({ detail: two }, 'zh-CN').filter(Boolean)).toEqual(['手机画面中有 2 个人', '把握 72%', '中']);
    const phone = { thing: 'phone', camera: 'rear', score: 0.8, severity: 'low' };
    expect(watchedDetail({ detail: phone }, 'zh-CN')).toContain('画面中似乎有一部手机');
    const nobody = { cause: 'rear_nobody', camera: 'rear', score: 0.6, severity: 'low' };
    expect(watchedDetail({ detail: nobody }, 'en')[0]).toBe('the candidate is not seen in the phone’s picture');
  });

  it('says nothing of what others found', () => {
    expect(watchedDetail({ detail: { cause: 'rear_moved', camera: 'rear' } }, 'en')).toEqual([]);
  });

  it('names what is not looked for', () => {
    expect(undoneText({ detail: { undone: 'no_face, speech' } }, 'zh-CN')).toBe('这台电脑目前不检查：离座、说话');
    expect(undoneText({ detail: { undone: 'rear_people' } }, 'zh-CN')).toBe('这台电脑目前不检查：手机画面中的他人');
    expect(undoneText({ detail: { undone: '' } }, 'en')).toBe('all of it is looked for');
  });
});
