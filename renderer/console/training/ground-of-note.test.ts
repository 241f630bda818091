import { expect, it } from 'vitest';
import { GROUNDS } from '../../../shared/domain/training/scene.ts';
import { actionWords } from '../candidate/action-words.ts';
import { groundOfNote } from './ground-of-note.ts';

it('[QUA-2] every ready reason of the wall is one ground, the same in both languages', () => {
  const zh = actionWords['zh-CN'].flagReasons.map(groundOfNote);
  expect([...zh].sort()).toEqual([...GROUNDS].sort());
  expect(actionWords.en.flagReasons.map(groundOfNote)).toEqual(zh);
  expect(groundOfNote(' 有意遮挡摄像头 ')).toBe('camera_blocked');
});

it('[QUA-2] words of one’s own are no ground: no machine judges them', () => {
  expect(groundOfNote('桌上好像有本书')).toBeNull();
});
