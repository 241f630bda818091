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
    const tried = event('identity_tried', {
      verdict: 'manual',
      ...{ similarity: 0.3149, livenessPassed: false, actions: 'turn_left, blink' },
    });
    expect(eventDetailText(tried, sessions, 'zh-CN')).toBe(
      '转人工确认 · 相似度 0.31 · 活体动作未通过（向左转头、闭眼）',
    );
    expect(eventDetailText(tried, sessions, 'en')).toBe(
      'left to a proctor · similarity 0.31 · asked actions failed (head to the left, eyes shut)',
    );
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
    const at = (clock: string) => Date.parse(`2020-10-05T${clock}+08:00`);
    const late = event('entries_late', {
      ...{ epoch: 1, synced: 3, refused: 0, firstAt: at('10:58:01'), lastAt: at('10:59:58') },
      ...{ receivedAt: at('11:12:30'), sentAt: at('11:12:29'), computerClock: at('09:12:29') },
    });
    expect(eventDetailText(late, sessions, 'zh-CN')).toBe(
      '3 条在截止前写成，计入 · 写于 10:58:01 至 10:59:58（考生端按考试中心时间记） · 收到于 11:12:30 · 发出时考生端认为是 11:12:29，电脑时钟为 09:12:29（相差 2 小时 00 分）',
    );
    expect(eventDetailText(late, sessions, 'en')).toBe(
      '3 written before the end: count · written 10:58:01 to 10:59:58 (by the candidate’s reckoning of our clock) · received at 11:12:30 · when sent, the candidate’s window reckoned 11:12:29; the computer’s clock said 09:12:29 (2 h 00 min apart)',
    );
    const imported = event('answer_file_imported', {
      ...{ by: '赵敏', entries: 9, known: 6, accepted: 0, lateSynced: 2, refused: 1, fenced: 0 },
      computerClock: at('11:20:00'),
    });
    expect(eventDetailText(imported, sessions, 'zh-CN')).toBe(
      '由 赵敏 · 文件中 9 条，新增 3 条 · 2 条在截止前写成，计入 · 1 条不计入，仅存证 · 生成文件时电脑时钟为 11:20:00',
    );
    const admitted = event('late_answers_admitted', { by: '赵敏', entries: 2, reason: '大雪封路，有证明' });
    expect(eventDetailText(admitted, sessions, 'zh-CN')).toBe('由 赵敏 · 2 条 · 大雪封路，有证明');
    const stated = event('shell_stated', {
      ...{
        verdict: 'unverifiable',
        doubt: 'altered',
        altered: 'exam/exam.js',
        version: '0.1.0',
        commit: 'c52283aa5161',
      },
      ...{ electron: '22.3.27', platform: 'win32 6.1.7601 ia32', measures: 14, prohibitedPrograms: '2026-11-25' },
    });
    expect(eventDetailText(stated, sessions, 'zh-CN')).toBe(
      '无法验证的版本 · 文件与发布时不同 · exam/exam.js · 0.1.0（c52283aa5161），Electron 22.3.27 · win32 6.1.7601 ia32 · 锁定措施 14 项，违规程序清单 2026-11-25',
    );
    expect(
      eventDetailText(
        event('shell_stated', { ...stated.detail, verdict: 'verified', doubt: '', altered: '' }),
        [],
        'en',
      ),
    ).toBe(
      'verified version · 0.1.0 (c52283aa5161), Electron 22.3.27 · win32 6.1.7601 ia32 · 14 lock measures, prohibited programs of 2026-11-25',
    );
    const checked = event('device_checked', { failed: 'camera, upload', warning: '' });
    expect(eventDetailText(checked, sessions, 'zh-CN')).toBe('未通过：摄像头、上传速度');
    const changed = event('device_checked', { failed: '', warning: '', hotspotMs: 17_400 });
    expect(eventDetailText(changed, sessions, 'zh-CN')).toBe('全部通过 · 演练换网用时 17 秒');
    const settings = event('app_switch', { durationMs: 40_000, announced: 'network_settings' });
    expect(eventDetailText(settings, sessions, 'zh-CN')).toBe('持续 40 秒 · 已申报：打开网络设置');
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

  it('says what the shell noticed of the computer’s surroundings', () => {
    const mirrored = event('extra_display', { durationMs: 0, displays: 2, mirrored: true });
    expect(eventDetailText(mirrored, sessions, 'zh-CN')).toBe('2 个显示器 · 同一画面还在另一显示器上');
    const watched = event('remote_session', { durationMs: 0, session: 'watched', program: 'ScreensharingAgent' });
    expect(eventDetailText(watched, sessions, 'zh-CN')).toBe('屏幕正被远程查看 · ScreensharingAgent');
    const typed = event('remote_session', { durationMs: 0, injectedKeys: 12 });
    expect(eventDetailText(typed, sessions, 'en')).toBe('12 keys put in by a program');
    const machine = event('virtual_machine', { durationMs: 0, hints: 'firmware: VirtualBox' });
    expect(eventDetailText(machine, sessions, 'en')).toBe('firmware: VirtualBox');
    const desktop = { owner: 'Windows', windowClass: 'system_question', title: '', x: 0, y: 0, width: 0, height: 0 };
    expect(eventDetailText(event('popup', { durationMs: 900, ...desktop }), sessions, 'en')).toContain('(UAC)');
    const space = event('app_switch', { durationMs: 2000, ongoing: false, place: 'other_space' });
    expect(eventDetailText(space, sessions, 'zh-CN')).toBe('持续 2 秒 · 切到其他桌面空间');
  });
});
