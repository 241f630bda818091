import { describe, expect, it } from 'vitest';
import { type AttemptEvent, EVENT_KINDS, type EventKind } from '../../../shared/contract/views.ts';
import { eventDetailText } from './event-detail.ts';
import { eventWords } from './event-words.ts';

const sessions = [{ id: 'theory', title: '理论知识考试' }];
const event = (kind: EventKind, detail: AttemptEvent['detail']): AttemptEvent => ({
  id: 'e',
  attemptId: 'a',
  at: 0,
  kind,
  detail,
});

describe('events in words', () => {
  it('every kind has its own words in both languages', () => {
    for (const words of [eventWords['zh-CN'], eventWords.en]) {
      const said = EVENT_KINDS.map((kind) => words.kind[kind]);
      expect(said.every((text) => text.length > 0)).toBe(true);
      expect(new Set(said).size).toBe(EVENT_KINDS.length);
    }
  });

  it('says the particulars a proctor decides by', () => {
    const tried = event('identity_tried', { verdict: 'manual', similarity: 0.3149, livenessPassed: false });
    expect(eventDetailText(tried, sessions, 'zh-CN')).toBe('转人工确认 · 相似度 0.31 · 转头动作未通过');
    expect(eventDetailText(tried, sessions, 'en')).toBe('left to a proctor · similarity 0.31 · head turn failed');
    const handed = event('handed_in', { sessionId: 'theory', by: 'deadline', answered: 38, receiptNo: 'YK-1' });
    expect(eventDetailText(handed, sessions, 'zh-CN')).toBe('理论知识考试 · 到时自动交卷 · 已答 38 题 · 回执号 YK-1');
    const gap = event('recording_gap', { camera: 'rear', from: 0, durationMs: 65_000, cause: 'phone asleep' });
    expect(eventDetailText(gap, sessions, 'en')).toBe('phone · 1 min 05 s missing · phone asleep');
    const damaged = event('journal_damaged', { damages: 'truncated 2 56-57, altered 1 3-3', lost: 2 });
    expect(eventDetailText(damaged, sessions, 'zh-CN')).toBe(
      '2 条无法找回，请联系考生核对 · 第 2 次登录的第 56 至 57 条缺失（末尾被截断） · 第 1 次登录的第 3 条被改动',
    );
    expect(eventDetailText(damaged, sessions, 'en')).toBe(
      '2 entries cannot be recovered: check with the candidate · sign-in 2, entries 56 to 57: cut off at the end · sign-in 1, entry 3: altered',
    );
    const checked = event('device_checked', { failed: 'camera, upload', warning: '' });
    expect(eventDetailText(checked, sessions, 'zh-CN')).toBe('未通过：摄像头、上传速度');
  });

  it('[TIME-3] says how a computer clock stands, and how well that is known', () => {
    const drift = { wallOffsetMs: 3_600_400, zoneOffsetMinutes: 540, uncertaintyMs: 12 };
    expect(eventDetailText(event('clock_drift', drift), sessions, 'zh-CN')).toBe(
      '快 1 小时 00 分 · 时区 UTC+9 · 测量误差 12 毫秒以内',
    );
    const behind = { wallOffsetMs: -61_000, zoneOffsetMinutes: -210, uncertaintyMs: 3 };
    expect(eventDetailText(event('clock_drift', behind), sessions, 'en')).toBe(
      '1 min 01 s slow · time zone UTC-3:30 · measured to within 3 ms',
    );
    const slept = event('computer_slept', { until: 5, durationMs: 600_000 });
    expect(eventDetailText(slept, sessions, 'zh-CN')).toBe('持续 10 分 00 秒');
  });

  it('a kind without particulars adds nothing', () => {
    for (const kind of EVENT_KINDS.filter((each) => each === 'offline' || each === 'consented' || each === 'no_face')) {
      expect(eventDetailText(event(kind, {}), sessions, 'en')).toBe('');
    }
  });
});
