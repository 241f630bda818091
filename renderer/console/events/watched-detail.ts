import type { AttemptEvent, EventKind } from '../../../shared/contract/views.ts';
import type { Language } from '../../ui/words.ts';
import { defineWords } from '../../ui/words.ts';
import { eventWords } from './event-words.ts';

const watchedWords = defineWords(
  {
    score: (percent: number) => `把握 ${percent}%`,
    severity: { low: '轻', medium: '中', high: '重' } as Record<string, string>,
    faces: (count: number) => `画面中有 ${count} 张脸`,
    people: (count: number) => `手机画面中有 ${count} 个人`,
    share: (percent: number) => `面部约 ${percent}% 在画面外`,
    degrees: (direction: string, degrees: number) => `${direction} ${degrees}°`,
    direction: { left: '向左', right: '向右', up: '向上', down: '向下' } as Record<string, string>,
    similarity: (value: string) => `与入场时的面容相似度 ${value}`,
    device: (name: string) => `设备“${name}”`,
    level: (decibels: number) => `音量 ${decibels} dBFS`,
    returns: (times: number) => `十分钟内有 ${times} 帧与先前的画面完全相同`,
    seconds: (seconds: number) => `相隔 ${seconds} 秒`,
    cause: {
      rear_nobody: '手机画面中看不到考生',
      picture_clear: '摄像头未被遮挡，画面中没有人脸',
      picture_blank: '画面一片空白，没有人脸',
      camera_lost: '摄像头断开',
      camera_busy: '摄像头被其他程序占用',
      camera_refused: '摄像头不允许使用',
      camera_missing: '找不到摄像头',
      camera_off: '摄像头已关闭',
      microphone_lost: '麦克风断开',
      microphone_busy: '麦克风被其他程序占用',
      microphone_refused: '麦克风不允许使用',
      microphone_missing: '找不到麦克风',
      microphone_off: '麦克风已关闭',
    } as Record<string, string>,
    part: {
      mouth: '口鼻被遮住（口罩、围巾等）',
      eyes: '双眼被遮住（墨镜等）',
      brow: '额头被遮住（帽子等）',
    } as Record<string, string>,
    thing: { phone: '画面中似乎有一部手机', book: '画面中似乎有一本书' } as Record<string, string>,
    sign: {
      rear_people: '手机画面中的他人',
      rear_nobody: '手机画面中有没有考生',
      rear_object: '手机画面中的手机和书',
      prohibited_object: '电脑摄像头画面中的手机和书',
    } as Record<string, string>,
    undone: (kinds: string) => `这台电脑目前不检查：${kinds}`,
    allDone: '全部项目都在检查',
    between: '、',
  },
  {
    score: (percent) => `${percent} % sure`,
    severity: { low: 'minor', medium: 'medium', high: 'serious' },
    faces: (count) => `${count} faces in the picture`,
    people: (count) => `${count} persons in the phone’s picture`,
    share: (percent) => `about ${percent} % of the face beyond the picture`,
    degrees: (direction, degrees) => `${degrees}° ${direction}`,
    direction: { left: 'to the left', right: 'to the right', up: 'up', down: 'down' },
    similarity: (value) => `similarity ${value} with the face at entry`,
    device: (name) => `device “${name}”`,
    level: (decibels) => `level ${decibels} dBFS`,
    returns: (times) => `${times} pictures within ten minutes were exactly like earlier ones`,
    seconds: (seconds) => `${seconds} s before`,
    cause: {
      rear_nobody: 'the candidate is not seen in the phone’s picture',
      picture_clear: 'camera uncovered, no face in its picture',
      picture_blank: 'the picture is blank, no face in it',
      camera_lost: 'camera disconnected',
      camera_busy: 'camera taken by another program',
      camera_refused: 'camera not allowed',
      camera_missing: 'no camera found',
      camera_off: 'camera switched off',
      microphone_lost: 'microphone disconnected',
      microphone_busy: 'microphone taken by another program',
      microphone_refused: 'microphone not allowed',
      microphone_missing: 'no microphone found',
      microphone_off: 'microphone switched off',
    },
    part: {
      mouth: 'mouth and nose covered (mask, scarf)',
      eyes: 'eyes covered (dark glasses)',
      brow: 'forehead covered (hat)',
    },
    thing: { phone: 'there seems to be a phone in the picture', book: 'there seems to be a book in the picture' },
    sign: {
      rear_people: 'others in the phone’s picture',
      rear_nobody: 'the candidate in the phone’s picture',
      rear_object: 'phones and books in the phone’s picture',
      prohibited_object: 'phones and books before the computer’s camera',
    },
    undone: (kinds) => `not looked for at this computer now: ${kinds}`,
    allDone: 'all of it is looked for',
    between: ', ',
  },
);

/** What the exam window's analysers say of what they saw, in words; nothing for what others found. */
export function watchedDetail({ detail }: Pick<AttemptEvent, 'detail'>, language: Language): string[] {
  const words = watchedWords[language];
  const number = (key: string): number | null => (typeof detail[key] === 'number' ? detail[key] : null);
  const score = number('score');
  if (score === null || typeof detail.severity !== 'string') return [];
  const given = (key: string, say: (value: number) => string): string => {
    const value = number(key);
    return value === null ? '' : say(value);
  };
  return [
    words.cause[String(detail.cause)] ?? '',
    given('faces', words.faces),
    given('people', words.people),
    words.thing[String(detail.thing)] ?? '',
    words.part[String(detail.part)] ?? '',
    given('share', (share) => words.share(Math.round(share * 100))),
    given('degrees', (degrees) => words.degrees(words.direction[String(detail.direction)] ?? '', degrees)),
    given('similarity', (similarity) => words.similarity(similarity.toFixed(2))),
    typeof detail.device === 'string' ? words.device(detail.device) : '',
    given('level', words.level),
    given('returns', words.returns),
    given('seconds', words.seconds),
    words.score(Math.round(score * 100)),
    words.severity[detail.severity] ?? '',
  ];
}

/** What is looked for, in words: a kind of violation, or what of it one camera shows. */
export const watchedText = (kind: string, language: Language): string =>
  watchedWords[language].sign[kind] ?? eventWords[language].kind[kind as EventKind] ?? kind;

/** What is not looked for, in words. */
export function undoneText({ detail }: Pick<AttemptEvent, 'detail'>, language: Language): string {
  const words = watchedWords[language];
  const kinds = String(detail.undone ?? '')
    .split(', ')
    .filter(Boolean)
    .map((kind) => watchedText(kind, language));
  return kinds.length === 0 ? words.allDone : words.undone(kinds.join(words.between));
}
