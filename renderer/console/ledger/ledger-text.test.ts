import { describe, expect, it } from 'vitest';
import type { CameraLedger } from '../../../shared/contract/camera-ledger.ts';
import { lookOf, stretchText, summaryText } from './ledger-text.ts';
import { ledgerWords } from './ledger-words.ts';

const zh = ledgerWords['zh-CN'];
const ledger = (totals: CameraLedger['totals']): CameraLedger => ({
  camera: 'rear',
  spans: [],
  totals,
  chain: { head: '0'.repeat(64), links: 0, intact: true },
});
/** 14:03:09 at the exam centre. */
const AT = Date.UTC(2026, 10, 25, 6, 3, 9);

describe('the ledger in words', () => {
  it('[CAM-1] says how much is recorded, and what is missing by cause, the greatest first', () => {
    const totals = {
      owed: 2_125,
      recorded: 2_091,
      still: 0,
      live: 0,
      missing: 34,
      causes: { hidden: 14, disconnected: 20 },
    };
    expect(summaryText(ledger(totals), zh, 'zh-CN')).toBe(
      '已录像 98.4%，缺失 34 秒：网络断开 20 秒、手机切到后台或锁屏 14 秒',
    );
    expect(summaryText(ledger(totals), ledgerWords.en, 'en')).toBe(
      'recorded 98.4%, missing 34 s: network lost 20 s, phone locked or in the background 14 s',
    );
  });

  it('[CAM-1] never says 100 % of what has a hole, and says so when it has none', () => {
    const holed = { owed: 100_000, recorded: 99_999, still: 0, live: 0, missing: 1, causes: { unexplained: 1 } };
    expect(summaryText(ledger(holed), zh, 'zh-CN')).toBe('已录像 99.9%，缺失 1 秒：原因不明 1 秒');
    const whole = { owed: 60, recorded: 50, still: 0, live: 10, missing: 0, causes: {} };
    expect(summaryText(ledger(whole), zh, 'zh-CN')).toBe('已录像 83.3%，无缺失；仅有实时画面 10 秒');
    const stills = { owed: 60, recorded: 0, still: 55, live: 5, missing: 0, causes: {} };
    expect(summaryText(ledger(stills), ledgerWords.en, 'en')).toBe(
      'recorded 0.0%, nothing missing; stills only 55 s; live only 5 s',
    );
  });

  it('[CAM-1] reads a stretch as from, to, length, state and cause; an unknown cause as its device told it', () => {
    const missing = { from: AT, seconds: 11, state: 'missing', cause: 'disconnected' } as const;
    expect(stretchText(missing, zh, 'zh-CN')).toBe('14:03:09 至 14:03:20（11 秒）：缺失，网络断开');
    expect(stretchText({ ...missing, cause: 'track_3' }, zh, 'zh-CN')).toContain('缺失，track_3');
    expect(stretchText({ ...missing, state: 'recorded', cause: null }, zh, 'zh-CN')).toContain('：已录像');
  });

  it('[CAM-1] draws the unexplained unlike what has a cause', () => {
    const of = (cause: string) => lookOf({ from: AT, seconds: 1, state: 'missing', cause });
    expect(['unexplained', 'awaited', 'hidden'].map(of)).toEqual(['unexplained', 'awaited', 'missing']);
  });
});
