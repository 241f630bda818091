import { describe, expect, it } from 'vitest';
import { findingClass } from './finding-class.ts';
import { VIOLATION_KINDS, type ViolationKind } from './violation.ts';

describe('[LOCK-4] every finding is blocked, reported or informed', () => {
  it('whatever its kind', () => {
    for (const kind of VIOLATION_KINDS) expect(['reported', 'informed']).toContain(findingClass(kind, {}));
  });

  const told: [ViolationKind, Record<string, string | number | boolean>, string][] = [
    ['app_switch', { key: 'Alt+Tab', blocked: true }, 'blocked'],
    ['app_switch', { durationMs: 4000, ongoing: true }, 'reported'],
    ['app_switch', { durationMs: 9000, ongoing: false, again: true }, 'informed'],
    ['app_switch', { durationMs: 40_000, announced: 'network_settings' }, 'informed'],
    ['popup', { durationMs: 1000, owner: 'wechat' }, 'informed'],
    ['popup', { durationMs: 10_000, owner: 'notes', covers: true, ongoing: true }, 'reported'],
    ['lock_lost', { measure: 'kiosk', restored: true, times: 1 }, 'informed'],
    ['lock_lost', { measure: 'kiosk', restored: false, times: 1 }, 'reported'],
    ['lock_lost', { measure: 'power_save', taken: false, note: 'refused' }, 'informed'],
    ['virtual_machine', { hint: 'bios' }, 'informed'],
  ];
  it.each(told)('%s %j is %s', (kind, detail, expected) => {
    expect(findingClass(kind, detail)).toBe(expected);
  });
});
